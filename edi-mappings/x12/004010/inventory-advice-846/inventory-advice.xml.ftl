<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- InventoryAdvice to X12 846: the set between ST and SE. -->
<#assign qualifiers = {"8": "EO", "12": "UP", "13": "EN", "14": "UK"}, purposes = {"FULL": "00", "PARTIAL": "25"}>
<#assign seller = byQualifier(document.parties, "role", "SELLING"), vendor = or(document.vendorCode, seller.id)>
<#macro ids line first>
  <#local pairs = []>
  <#if line.gtin?has_content><#local pairs += [[qualifiers[line.gtin?length?c]!"UK", line.gtin]]></#if>
  <#if line.isbn?has_content><#local pairs += [["IB", line.isbn]]></#if>
  <#if line.buyerItem?has_content><#local pairs += [["BP", line.buyerItem]]></#if>
  <#if line.vendorItem?has_content><#local pairs += [["VN", line.vendorItem]]></#if>
  <#list pairs as pair>
    <#local at = (first + 2 * pair?index)?string("00"), next = (first + 2 * pair?index + 1)?string("00")>
    <LIN${at}>${pair[0]}</LIN${at}><LIN${next}>${pair[1]}</LIN${next}>
  </#list>
</#macro>
<TransactionSet>
  <BIA>
    <BIA01>${purposes[document.purpose]}</BIA01>
    <BIA02>${or(agreement.reportType, "IP")}</BIA02>
    <BIA03>${document.adviceNumber}</BIA03>
    <BIA04>${ccyymmdd(required(document.asOf, "the day the figures are of"))}</BIA04>
  </BIA>
  <#if document.currency?has_content>
  <CUR>
    <CUR01>SE</CUR01>
    <CUR02>${document.currency}</CUR02>
  </CUR>
  </#if>
  <#if vendor?has_content || seller.name?has_content>
  <LoopN1>
    <N1>
      <N101>SU</N101>
      <N102>${plainText(seller.name, 60)}</N102>
      <#if vendor?has_content>
      <N103>92</N103>
      <N104>${vendor}</N104>
      </#if>
    </N1>
  </LoopN1>
  </#if>
  <#list document.lines as line>
  <LoopLIN>
    <LIN>
      <LIN01>${line.lineNo}</LIN01>
      <#if !(line.gtin?has_content || line.isbn?has_content || line.buyerItem?has_content)>
      <#assign number = required(line.vendorItem, "an article number")>
      </#if>
      <@ids line=line first=2/>
    </LIN>
    <#if line.description?has_content>
    <PID>
      <PID01>F</PID01>
      <PID05>${plainText(line.description, 80)}</PID05>
    </PID>
    </#if>
    <#if line.cost.amount?has_content>
    <CTP>
      <CTP02>NET</CTP02>
      <CTP03>${decimal(line.cost.amount)}</CTP03>
    </CTP>
    </#if>
    <#if line.warehouse?has_content>
    <SDQ>
      <SDQ01>${encode("units", "x12", line.available.unit)}</SDQ01>
      <SDQ02>92</SDQ02>
      <SDQ03>${line.warehouse}</SDQ03>
      <SDQ04>${decimal(line.available.amount)}</SDQ04>
    </SDQ>
    </#if>
    <#-- 33: can be ordered now; 29: what comes next, 018 on which day. -->
    <LoopQTY>
      <QTY>
        <QTY01>33</QTY01>
        <QTY02>${decimal(required(line.available.amount, "the quantity"))}</QTY02>
        <QTY03><QTY0301>${encode("units", "x12", line.available.unit)}</QTY0301></QTY03>
      </QTY>
    </LoopQTY>
    <#if line.nextAvailable.amount?has_content>
    <LoopQTY>
      <QTY>
        <QTY01>29</QTY01>
        <QTY02>${decimal(line.nextAvailable.amount)}</QTY02>
        <QTY03><QTY0301>${encode("units", "x12", line.nextAvailable.unit)}</QTY0301></QTY03>
      </QTY>
      <#if line.nextAvailableOn?has_content>
      <DTM>
        <DTM01>018</DTM01>
        <DTM02>${ccyymmdd(line.nextAvailableOn)}</DTM02>
      </DTM>
      </#if>
    </LoopQTY>
    </#if>
  </LoopLIN>
  </#list>
  <CTT>
    <CTT01>${document.lines?size}</CTT01>
  </CTT>
</TransactionSet>
