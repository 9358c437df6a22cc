<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- OrderAcknowledgment to X12 855: the set between ST and SE. -->
<#assign unchanged = true, hash = 0, qualifiers = {"8": "EO", "12": "UP", "13": "EN", "14": "UK"}>
<#list document.lines as line>
  <#assign ordered = decimal(or(line.ordered.amount, "0"))>
  <#assign hash += ordered>
  <#if line.dispositions?size != 1 || line.dispositions.status != "ACCEPTED"
    || decimal(or(line.dispositions.quantity.amount, "0")) != ordered>
    <#assign unchanged = false>
  </#if>
</#list>
<#macro ids line first>
  <#local pairs = []>
  <#if line.gtin?has_content><#local pairs += [[qualifiers[line.gtin?length?c]!"UK", line.gtin]]></#if>
  <#if line.isbn?has_content><#local pairs += [["IB", line.isbn]]></#if>
  <#if line.buyerItem?has_content><#local pairs += [["BP", line.buyerItem]]></#if>
  <#if line.vendorItem?has_content><#local pairs += [["VN", line.vendorItem]]></#if>
  <#list pairs as pair>
    <#local at = (first + 2 * pair?index)?string("00"), next = (first + 2 * pair?index + 1)?string("00")>
    <PO1${at}>${pair[0]}</PO1${at}><PO1${next}>${pair[1]}</PO1${next}>
  </#list>
</#macro>
<#function status line part>
  <#if part.status == "REJECTED">
    <#return encode("acknowledgment-status", "x12", "REJECTED:" + part.reason, "REJECTED")>
  </#if>
  <#if part.status == "ACCEPTED" && part.quantity.unit == line.ordered.unit
    && decimal(part.quantity.amount) < decimal(line.ordered.amount)>
    <#return encode("acknowledgment-status", "x12", "ACCEPTED_QUANTITY_CHANGED")>
  </#if>
  <#return encode("acknowledgment-status", "x12", part.status)>
</#function>
<TransactionSet>
  <BAK>
    <BAK01>00</BAK01>
    <BAK02>${unchanged?then("AD", "AC")}</BAK02>
    <BAK03>${document.poNumber}</BAK03>
    <BAK04>${ccyymmdd(required(document.orderDate, "the date of the order"))}</BAK04>
  </BAK>
  <#list document.lines as line>
  <LoopPO1>
    <PO1>
      <PO101>${line.lineNo}</PO101>
      <PO102>${decimal(required(line.ordered.amount, "the ordered quantity"))}</PO102>
      <PO103>${encode("units", "x12", line.ordered.unit)}</PO103>
      <PO104>${decimal(line.price.amount)}</PO104>
      <PO105>${line.price.basis}</PO105>
      <@ids line=line first=6/>
    </PO1>
    <#list line.dispositions as part>
    <LoopACK>
      <ACK>
        <ACK01>${status(line, part)}</ACK01>
        <ACK02>${decimal(required(part.quantity.amount, "the quantity"))}</ACK02>
        <ACK03>${encode("units", "x12", part.quantity.unit)}</ACK03>
        <#if part.status != "REJECTED" && part.shipDate?has_content>
        <ACK04>068</ACK04>
        <ACK05>${ccyymmdd(part.shipDate)}</ACK05>
        </#if>
      </ACK>
    </LoopACK>
    </#list>
  </LoopPO1>
  </#list>
  <LoopCTT>
    <CTT>
      <CTT01>${document.lines?size}</CTT01>
      <CTT02>${hash}</CTT02>
    </CTT>
  </LoopCTT>
</TransactionSet>
