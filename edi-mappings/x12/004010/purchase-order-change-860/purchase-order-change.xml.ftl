<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- PurchaseOrderChange to X12 860: the set between ST and SE. -->
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
    <POC${at}>${pair[0]}</POC${at}><POC${next}>${pair[1]}</POC${next}>
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
  <BCH>
    <BCH01>${encode("purposes", "x12", document.purpose)}</BCH01>
    <BCH02>${encode("order-types", "x12", required(document.orderType, "the order type"))}</BCH02>
    <BCH03>${document.poNumber}</BCH03>
    <BCH05>${document.changeNumber}</BCH05>
    <BCH06>${ccyymmdd(required(document.orderDate, "the date of the order"))}</BCH06>
    <BCH11>${ccyymmdd(document.changeDate)}</BCH11>
  </BCH>
  <#if document.currency?has_content>
  <CUR>
    <CUR01>BY</CUR01>
    <CUR02>${document.currency}</CUR02>
  </CUR>
  </#if>
  <@reference qualifier="CR" number=document.vendorCode/>
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
  <LoopPOC>
    <POC>
      <POC01>${line.lineNo}</POC01>
      <POC02>${encode("line-changes", "x12", line.action)}</POC02>
      <#if line.quantity.amount?has_content>
      <POC03>${decimal(line.quantity.amount)}</POC03>
      <POC05><POC0501>${encode("units", "x12", line.quantity.unit)}</POC0501></POC05>
      </#if>
      <POC06>${decimal(line.price.amount)}</POC06>
      <POC07>${line.price.basis}</POC07>
      <@ids line=line first=8/>
    </POC>
    <#if line.price.currency?has_content && line.price.currency != or(document.currency, "")>
    <CUR><CUR01>BY</CUR01><CUR02>${line.price.currency}</CUR02></CUR>
    </#if>
    <#if line.description?has_content>
    <LoopPID><PID><PID01>F</PID01><PID05>${plainText(line.description, 80)}</PID05></PID></LoopPID>
    </#if>
    <#if line.quantity.unitSize?has_content>
    <PO4><PO401>${line.quantity.unitSize}</PO401></PO4>
    </#if>
  </LoopPOC>
  </#list>
  <LoopCTT>
    <CTT>
      <CTT01>${or(document.totals.lineCount, document.lines?size)}</CTT01>
      <CTT02>${or(document.totals.quantityHash, hash)}</CTT02>
    </CTT>
  </LoopCTT>
</TransactionSet>
