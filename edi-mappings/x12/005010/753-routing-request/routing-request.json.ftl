<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 753 to RoutingRequest. -->
<#assign weights = {"L": "POUND", "K": "KILOGRAM"}, volumes = {"E": "CUBIC_FOOT", "X": "CUBIC_METER"}, bgn = set.BGN, per = set.PER>
<#assign from = byQualifier(set.LoopN1, "N1/N101", "SF", "SU", "VN"), ready = set.LoopSTOP.G62, pallets = []>
<#function known codes unit>
  <#return codes[unit]!stop(unit, "753 has no such unit; say one of " + codes?keys?join(", "))>
</#function>
<#function reach way>
  <#list [[per.PER03, per.PER04], [per.PER05, per.PER06], [per.PER07, per.PER08]] as pair>
    <#if pair[0] == way><#return pair[1]></#if>
  </#list>
  <#return "">
</#function>
<#list set.LoopSTOP as centre>
  <#if centre.LoopOID?has_content && centre.G62?has_content && !ready?has_content><#assign ready = centre.G62></#if>
  <#if centre.LoopOID?size gt 1 && centre.USI?has_content>
    <#assign pallets += [centre.USI.USI01 + " pallets to " + centre.N1.N104 + " for its orders together"]>
  </#if>
</#list>
{
  "type": "RoutingRequest",
  "requestNumber": "${required(bgn.BGN02, "the number of the request")}",
  "purpose": "${code("purposes", "x12", required(bgn.BGN01, "the purpose"))}",
  <#if bgn.BGN04?has_content>
  "createdAt": "${x12Instant(bgn.BGN03, bgn.BGN04, or(bgn.BGN05, "LT"))}",
  </#if>
  "readyAt": "${x12Instant(required(ready.G6202, "when the freight is ready"), ready.G6204, or(ready.G6205, "LT"))}",
  "vendorCode": "${from.N1.N104}",
  "contactName": "${per.PER02}",
  "contactPhone": "${reach("TE")}",
  "contactEmail": "${reach("EM")}",
  "parties": [
    <#if from?has_content>
    {
      "role": "SHIP_FROM",
      "id": "${from.N1.N104}",
      "idType": "<#if from.N1.N104?has_content>${codeOrSame("id-types", "x12", from.N1.N103)}</#if>",
      "name": "${or(from.N1.N102, from.N2.N201)}",
      "street": [<#list from.N3 as n3>"${n3.N301}", "${n3.N302}",</#list>],
      "city": "${from.N4.N401}",
      "region": "${from.N4.N402}",
      "postalCode": "${from.N4.N403}",
      "country": "${from.N4.N404}"
    }
    </#if>
  ],
  "texts": [<#list pallets as text>"${text}",</#list>],
  "orders": [
    <#list set.LoopSTOP as centre>
    <#-- Pallets and whether they can be stacked are said of a place, so of an order only where it is alone there. -->
    <#assign alone = centre.LoopOID?size == 1, usi = centre.USI>
    <#list centre.LoopOID as loop>
    <#assign oid = loop.OID>
    {
      "poNumber": "${required(oid.OID02, "the purchase order number")}",
      "shipTo": "${centre.N1.N104}",
      "cartonCount": "<#if or(oid.OID04, "CTN")?starts_with("CT")>${decimal(oid.OID05)}</#if>",
      <#if alone && usi?has_content>
      "palletCount": "${decimal(usi.USI01)}",
      </#if>
      <#if usi?has_content && (alone || usi.USI03 == "Y")>
      "stackable": "${{"Y": "true", "N": "false"}[usi.USI03]!}",
      </#if>
      <#if oid.OID07?has_content>
      "grossWeight": {"amount": "${decimal(oid.OID07)}", "unit": "${known(weights, oid.OID06)}"},
      </#if>
      <#if oid.OID09?has_content>
      "volume": {"amount": "${decimal(oid.OID09)}", "unit": "${known(volumes, oid.OID08)}"},
      </#if>
      "freightClass": "${loop.CMC.CMC02}"
    },
    </#list>
    </#list>
  ]
}
