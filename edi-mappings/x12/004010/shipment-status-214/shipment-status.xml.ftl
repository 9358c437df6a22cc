<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- BusinessReport SHIPMENT_STATUS to X12 214: the set between ST and SE. -->
<#if document.report != "SHIPMENT_STATUS">
${stop(document.report, "only a report SHIPMENT_STATUS is a 214")}
</#if>
<#assign refs = document.references, own = ["PRO_NUMBER", "SHIPMENT", "CARRIER"]>
<TransactionSet>
  <B10>
    <B1001>${or(byQualifier(refs, "kind", "PRO_NUMBER").value, document.reportNumber)}</B1001>
    <B1002>${or(byQualifier(refs, "kind", "SHIPMENT").value, document.reportNumber)}</B1002>
    <B1003>${required(byQualifier(refs, "kind", "CARRIER").value, "the carrier (SCAC)")}</B1003>
  </B10>
  <#list refs as ref>
  <#if !own?seq_contains(ref.kind)>
  <L11>
    <L1101>${ref.value}</L1101>
    <L1102>${encode("reference-kinds", "x12", ref.kind)}</L1102>
  </L11>
  </#if>
  </#list>
  <#if document.poNumber?has_content && !byQualifier(refs, "kind", "PURCHASE_ORDER")?has_content>
  <L11>
    <L1101>${document.poNumber}</L1101>
    <L1102>PO</L1102>
  </L11>
  </#if>
  <#list document.parties as party>
  <LoopN1>
    <N1>
      <N101>${encode("party-roles", "x12", party.role)}</N101>
      <N102>${plainText(party.name, 60)}</N102>
      <#if party.id?has_content>
      <N103><#if party.idType?has_content>${encode("id-types", "x12", party.idType)?replace("ST:", "")}<#else>92</#if></N103>
      <N104>${party.id}</N104>
      </#if>
    </N1>
    <N4>
      <N401>${plainText(party.city, 30)}</N401>
      <N402>${party.region}</N402>
      <N403>${party.postalCode}</N403>
      <N404>${party.country}</N404>
    </N4>
  </LoopN1>
  </#list>
  <#list document.lines as line>
  <LoopLX>
    <LX>
      <LX01>${line?counter}</LX01>
    </LX>
    <#list line.figures as event>
    <LoopAT7>
      <AT7>
        <AT701>${event.code}</AT701>
        <AT702>${or(event.text, "NS")}</AT702>
        <#if event.at?has_content>
        <AT705>${utcDate(event.at)}</AT705>
        <AT706>${utcTime(event.at)}</AT706>
        <AT707>UT</AT707>
        <#else>
        <AT705>${ccyymmdd(event.from)}</AT705>
        </#if>
      </AT7>
      <#-- A place that is a city and its state. -->
      <#if event?is_first && line.place?matches(".+ [A-Z]{2}")>
      <MS1>
        <MS101>${line.place?keep_before_last(" ")}</MS101>
        <MS102>${line.place?keep_after_last(" ")}</MS102>
      </MS1>
      </#if>
    </LoopAT7>
    </#list>
    <#list line.texts as text><#list wrapped(plainText(text, 60), 30) as part>
    <K1><K101>${part}</K101></K1>
    </#list></#list>
    <#if line.poNumber?has_content>
    <LoopPRF>
      <PRF>
        <PRF01>${line.poNumber}</PRF01>
      </PRF>
    </LoopPRF>
    </#if>
  </LoopLX>
  </#list>
</TransactionSet>
