<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 856 to ShipmentNotice. What the HL levels mean is found by the function unpacked; nothing here depends on the hierarchy. -->
<#assign tree = unpacked(set.LoopHL), shipment = tree.shipment, bsn = set.BSN>
<#assign from = byQualifier(shipment.LoopN1, "N1/N101", "SF", "SU", "VN").N1>
<#assign terms = {"CC": "COLLECT", "PP": "PREPAID", "PC": "PREPAID"}>
<#function moment list qualifier>
  <#local dtm = byQualifier(list, "DTM01", qualifier)>
  <#return x12Instant(dtm.DTM02, dtm.DTM03, or(dtm.DTM04, "LT"))>
</#function>
<#function count kind>
  <#list shipment.TD1 as td1>
    <#if or(td1.TD101, "CTN")?starts_with(kind)><#return td1.TD102></#if>
  </#list>
  <#return "">
</#function>
<#function number mark>
  <#return (mark?length == 20 && mark?starts_with("00"))?then(mark?substring(2), mark)>
</#function>
{
  "type": "ShipmentNotice",
  "shipmentId": "${required(bsn.BSN02, "the number of the shipment")}",
  "purpose": "${code("purposes", "x12", required(bsn.BSN01, "the purpose"))}",
  <#-- Nothing says in which zone a notice was made; UTC is what is written. -->
  "createdAt": "${x12Instant(bsn.BSN03, bsn.BSN04, "GM")}",
  "shippedAt": "${moment(shipment.DTM, "011")}",
  "estimatedDelivery": "${moment(shipment.DTM, "017")}",
  "vendorCode": "${from.N104}",
  "billOfLading": "${byQualifier(shipment.REF, "REF01", "BM").REF02}",
  "proNumber": "${byQualifier(shipment.REF, "REF01", "CN").REF02}",
  "amazonReference": "${byQualifier(shipment.REF, "REF01", "BX").REF02}",
  "sealNumber": "${byQualifier(shipment.REF, "REF01", "SN").REF02}",
  "freight": "${terms[shipment.FOB.FOB01]!}",
  "carrierCode": "${shipment.TD5.TD503}",
  "cartonCount": "${decimal(count("CTN"))}",
  "palletCount": "${decimal(count("PLT"))}",
  <#assign weight = shipment.TD1.TD107, volume = shipment.TD1.TD109>
  <#if weight?has_content>
  "grossWeight": {"amount": "${decimal(weight)}", "unit": "${code("units", "x12", required(shipment.TD1.TD108, "the unit of weight"))}"},
  </#if>
  <#if volume?has_content>
  "volume": {"amount": "${decimal(volume)}", "unit": "${code("units", "x12", required(shipment.TD1.TD110, "the unit of volume"))}"},
  </#if>
  "parties": [
    <#list shipment.LoopN1 as loop>
    <#assign n1 = loop.N1>
    {
      "role": "${codeOrSame("party-roles", "x12", n1.N101)}",
      "id": "${n1.N104}",
      "idType": "<#if n1.N104?has_content>${codeOrSame("id-types", "x12", (n1.N101 == "ST" && n1.N103 == "92")?then("ST:92", n1.N103))}</#if>",
      "name": "${or(n1.N102, loop.N2.N201)}",
      "street": [<#list loop.N3 as n3>"${n3.N301}", "${n3.N302}",</#list>],
      "city": "${loop.N4.N401}",
      "region": "${loop.N4.N402}",
      "postalCode": "${loop.N4.N403}",
      "country": "${loop.N4.N404}"
    },
    </#list>
  ],
  "items": [
    <#list tree.items as item>
    <#assign lin = item.level.LIN, articles = pairs(lin, "UP", "EN", "UK", "UI", "UA", "EO")>
    {
      "itemNo": "${item.itemNo}",
      "poNumber": "${required(item.order.PRF.PRF01, "the purchase order number of the item")}",
      "buyerItem": "${or(pair(lin, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(lin, "VN", "SK", "VA", "VP")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(lin, "IB")}",
      "quantity": {"amount": "${item.quantity}", "unit": "${code("units", "x12", required(item.level.SN1.SN103, "the unit"))}"},
      "lot": "${byQualifier(item.level.REF, "REF01", "LT").REF02}",
      "expiry": "${date(byQualifier(item.level.DTM, "DTM01", "036").DTM02)}"
    },
    </#list>
  ],
  "packages": [
    <#list tree.packages as package>
    {
      "packageNo": "${package.packageNo}",
      "parentNo": "${package.parentNo}",
      "kind": "${package.kind}",
      "sscc": "${number(byQualifier(package.level.MAN, "MAN01", "GM", "AA").MAN02)}",
      "trackingNumber": "${byQualifier(package.level.MAN, "MAN01", "CP").MAN02}",
      "contents": [
        <#list package.contents as content>
        {
          "itemNo": "${content.item.itemNo}",
          "quantity": {"amount": "${content.quantity}", "unit": "${code("units", "x12", content.item.level.SN1.SN103)}"}
        },
        </#list>
      ]
    },
    </#list>
  ]
}
