<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- OrderAcknowledgment that answers a change, to X12 865: the set between ST and SE. -->
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
    <POC${at}>${pair[0]}</POC${at}><POC${next}>${pair[1]}</POC${next}>
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
<#-- What is left of the line: all of it, less, or nothing. -->
<#function change line>
  <#local kept = 0>
  <#list line.dispositions as part><#if part.status != "REJECTED"><#local kept += decimal(or(part.quantity.amount, "0"))></#if></#list>
  <#local same = kept == decimal(or(line.ordered.amount, "0"))>
  <#return encode("line-changes", "x12", same?then("NONE", (kept == 0)?then("DELETE", "QUANTITY")))>
</#function>
<TransactionSet>
  <BCA>
    <BCA01>00</BCA01>
    <BCA02>${unchanged?then("AD", "AC")}</BCA02>
    <BCA03>${document.poNumber}</BCA03>
    <BCA06>${ccyymmdd(required(document.orderDate, "the date of the order"))}</BCA06>
    <BCA09>${document.vendorOrderNumber}</BCA09>
    <BCA10>${ccyymmdd(document.acknowledgmentDate)}</BCA10>
  </BCA>
  <#list document.lines as line>
  <LoopPOC>
    <POC>
      <POC01>${line.lineNo}</POC01>
      <POC02>${change(line)}</POC02>
      <POC03>${decimal(required(line.ordered.amount, "the ordered quantity"))}</POC03>
      <POC05><POC0501>${encode("units", "x12", line.ordered.unit)}</POC0501></POC05>
      <POC06>${decimal(line.price.amount)}</POC06>
      <POC07>${line.price.basis}</POC07>
      <@ids line=line first=8/>
    </POC>
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
  </LoopPOC>
  </#list>
  <LoopCTT>
    <CTT>
      <CTT01>${document.lines?size}</CTT01>
      <CTT02>${hash}</CTT02>
    </CTT>
  </LoopCTT>
</TransactionSet>
