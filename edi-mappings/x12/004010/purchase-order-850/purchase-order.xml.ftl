<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- PurchaseOrder to X12 850: the set between ST and SE. -->
<#assign hash = 0, qualifiers = {"8": "EO", "12": "UP", "13": "EN", "14": "UK"}>
<#list document.lines as line><#assign hash += decimal(or(line.quantity.amount, "0"))></#list>
<#function idType found>
  <#if !found.idType?has_content || found.idType == "FC"><#return "92"></#if>
  <#if found.idType?matches("[A-Z0-9]{1,2}")><#return found.idType></#if>
  <#return encode("id-types", "x12", found.idType)?replace("ST:", "")>
</#function>
<#macro party found>
  <LoopN1>
    <N1>
      <#-- What the list has no row for was kept as it was read. -->
      <N101>${found.role?matches("[A-Z0-9]{2,3}")?then(found.role, encode("party-roles", "x12", found.role))}</N101>
      <N102>${plainText(found.name, 60)}</N102>
      <#if found.id?has_content>
      <N103>${idType(found)}</N103>
      <N104>${found.id}</N104>
      </#if>
    </N1>
    <#local streets = []>
    <#list found.street as street><#if street?index lt 4><#local streets += [plainText(street, 55)]></#if></#list>
    <#list streets?chunk(2) as pair>
    <N3><N301>${pair[0]}</N301><#if pair?size == 2><N302>${pair[1]}</N302></#if></N3>
    </#list>
    <N4>
      <N401>${plainText(found.city, 30)}</N401>
      <N402>${found.region}</N402>
      <N403>${found.postalCode}</N403>
      <N404>${found.country}</N404>
    </N4>
  </LoopN1>
</#macro>
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
<#macro reference qualifier number>
  <#if number?has_content>
  <REF><REF01>${qualifier}</REF01><REF02>${number}</REF02></REF>
  </#if>
</#macro>
<#macro day qualifier day>
  <#if day?has_content>
  <DTM><DTM01>${qualifier}</DTM01><DTM02>${ccyymmdd(day)}</DTM02></DTM>
  </#if>
</#macro>
<TransactionSet>
  <BEG>
    <BEG01>${encode("purposes", "x12", document.purpose)}</BEG01>
    <BEG02>${encode("order-types", "x12", document.orderType)}</BEG02>
    <BEG03>${document.poNumber}</BEG03>
    <BEG05>${ccyymmdd(document.orderDate)}</BEG05>
  </BEG>
  <#if document.currency?has_content>
  <CUR>
    <CUR01>BY</CUR01>
    <CUR02>${document.currency}</CUR02>
  </CUR>
  </#if>
  <@reference qualifier="CR" number=document.vendorCode/>
  <@reference qualifier="PD" number=document.dealCode/>
  <@reference qualifier="OP" number=document.associatedPoNumber/>
  <#if document.freight?has_content>
  <FOB><FOB01>${{"COLLECT": "CC", "PREPAID": "PP"}[document.freight]}</FOB01></FOB>
  </#if>
  <#if document.backOrderAllowed?has_content>
  <CSH><CSH01>${(document.backOrderAllowed == "true")?then("Y", "N")}</CSH01></CSH>
  </#if>
  <@day qualifier="037" day=document.shipWindow.from/>
  <@day qualifier="038" day=document.shipWindow.to/>
  <@day qualifier="064" day=document.deliveryWindow.from/>
  <@day qualifier="063" day=document.deliveryWindow.to/>
  <#if document.texts?has_content>
  <LoopN9>
    <#-- L1: letters or notes -->
    <N9><N901>L1</N901><N902>1</N902></N9>
    <#list document.texts as text><MSG><MSG01>${plainText(text, 264)}</MSG01></MSG></#list>
  </LoopN9>
  </#if>
  <#list document.parties as found><@party found=found/></#list>
  <#list document.lines as line>
  <LoopPO1>
    <PO1>
      <PO101>${line.lineNo}</PO101>
      <PO102>${decimal(line.quantity.amount)}</PO102>
      <PO103>${encode("units", "x12", line.quantity.unit)}</PO103>
      <PO104>${decimal(line.price.amount)}</PO104>
      <PO105>${line.price.basis}</PO105>
      <@ids line=line first=6/>
    </PO1>
    <#if line.price.currency?has_content && line.price.currency != or(document.currency, "")>
    <CUR><CUR01>BY</CUR01><CUR02>${line.price.currency}</CUR02></CUR>
    </#if>
    <#if line.description?has_content>
    <LoopPID><PID><PID01>F</PID01><PID05>${plainText(line.description, 80)}</PID05></PID></LoopPID>
    </#if>
    <#if line.quantity.unitSize?has_content>
    <PO4><PO401>${line.quantity.unitSize}</PO401></PO4>
    </#if>
  </LoopPO1>
  </#list>
  <LoopCTT>
    <CTT>
      <CTT01>${or(document.totals.lineCount, document.lines?size)}</CTT01>
      <CTT02>${or(document.totals.quantityHash, hash)}</CTT02>
    </CTT>
  </LoopCTT>
</TransactionSet>
