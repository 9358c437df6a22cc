<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Remittance to X12 820: the set between ST and SE. -->
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
<#-- A remark that begins with one of these qualifiers was read from it. -->
<#function qualifier item>
  <#if !["OTHER", "CREDIT"]?seq_contains("" + item.kind)><#return "IV"></#if>
  <#local first = (or(item.text, "") + "")?word_list>
  <#if first?has_content && ["CM", "CR", "DM", "PO", "OI", "IK", "ZZ"]?seq_contains(first[0])><#return first[0]></#if>
  <#return (item.kind == "CREDIT")?then("CM", (decimal(item.net) < 0)?then("IV", "ZZ"))>
</#function>
<#function remark item qualifier>
  <#local said = (or(item.text, "") + "")?trim>
  <#return (qualifier != "IV" && said?starts_with(qualifier))?then(said?keep_after(qualifier)?trim, said)>
</#function>
<#macro details remark>
  <#if remark?has_content>
  <NTE><NTE02>${plainText(remark, 80)}</NTE02></NTE>
  </#if>
</#macro>
<TransactionSet>
  <BPR>
    <BPR01>I</BPR01>
    <BPR02>${decimal(document.total)}</BPR02>
    <BPR03>C</BPR03>
    <#assign method = required(document.method, "the method of payment")>
    <BPR04>${method?matches("[A-Z0-9]{3}")?then(method, encode("payment-methods", "x12", method))}</BPR04>
    <BPR16>${ccyymmdd(document.paymentDate)}</BPR16>
  </BPR>
  <TRN>
    <TRN01>1</TRN01>
    <TRN02>${document.paymentReference}</TRN02>
  </TRN>
  <#if document.currency?has_content>
  <CUR>
    <CUR01>PR</CUR01>
    <CUR02>${document.currency}</CUR02>
  </CUR>
  </#if>
  <#if document.vendorCode?has_content && !byQualifier(document.parties, "role", "PAYEE")?has_content>
  <LoopN1><N1><N101>PE</N101><N103>92</N103><N104>${document.vendorCode}</N104></N1></LoopN1>
  </#if>
  <#list document.parties as found><@party found=found/></#list>
  <#if document.items?has_content>
  <LoopENT>
    <ENT><ENT01>1</ENT01></ENT>
    <#-- An amount that has only a reason is an adjustment of its own; these stand before what is paid by reference. -->
    <#list document.items as item><#if item.adjustmentReason?has_content && !item.adjustment?has_content>
    <#assign code = qualifier(item)>
    <LoopADX>
      <ADX>
        <ADX01>${decimal(item.net)}</ADX01>
        <ADX02>${item.adjustmentReason}</ADX02>
        <ADX03>${code}</ADX03>
        <ADX04>${item.reference}</ADX04>
      </ADX>
      <@details remark=remark(item, code)/>
      <#if item.date?has_content>
      <DTM><DTM01>003</DTM01><DTM02>${ccyymmdd(item.date)}</DTM02></DTM>
      </#if>
      <#if item.poNumber?has_content>
      <LoopREF><REF><REF01>PO</REF01><REF02>${item.poNumber}</REF02></REF></LoopREF>
      </#if>
    </LoopADX>
    </#if></#list>
    <#list document.items as item><#if !item.adjustmentReason?has_content || item.adjustment?has_content>
    <#assign code = qualifier(item)>
    <LoopRMR>
      <RMR>
        <RMR01>${code}</RMR01>
        <RMR02>${item.reference}</RMR02>
        <RMR04>${decimal(item.net)}</RMR04>
        <RMR05>${decimal(item.gross)}</RMR05>
        <RMR06>${decimal(item.discount)}</RMR06>
        <#if item.adjustment?has_content>
        <RMR07>${required(item.adjustmentReason, "the reason of the adjustment")}</RMR07>
        <RMR08>${decimal(item.adjustment)}</RMR08>
        </#if>
      </RMR>
      <@details remark=remark(item, code)/>
      <#if item.poNumber?has_content>
      <REF><REF01>PO</REF01><REF02>${item.poNumber}</REF02></REF>
      </#if>
      <#if item.date?has_content>
      <DTM><DTM01>003</DTM01><DTM02>${ccyymmdd(item.date)}</DTM02></DTM>
      </#if>
    </LoopRMR>
    </#if></#list>
  </LoopENT>
  </#if>
</TransactionSet>
