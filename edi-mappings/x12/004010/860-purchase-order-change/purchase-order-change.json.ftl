<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 860 to PurchaseOrderChange. -->
<#assign currency = set.CUR.CUR02, bch = set.BCH>
<#assign vendor = byQualifier(set.LoopN1, "N1/N101", "VN", "SU", "SE").N1>
<#assign purpose = code("purposes", "x12", required(bch.BCH01, "the purpose"))>
{
  "type": "PurchaseOrderChange",
  "poNumber": "${required(bch.BCH03, "the purchase order number")}",
  <#-- An 860 with the purpose of an original is still a change of an order. -->
  "purpose": "${(purpose == "ORIGINAL")?then("CHANGE", purpose)}",
  "changeNumber": "${or(bch.BCH05, source.interchange)}",
  "orderType": "${code("order-types", "x12", required(bch.BCH02, "the order type"))}",
  "orderDate": "${date(bch.BCH06)}",
  "changeDate": "${date(or(bch.BCH11, bch.BCH10))}",
  "vendorCode": "${or(byQualifier(set.REF, "REF01", "CR").REF02, vendor.N104)}",
  "currency": "${currency}",
  "backOrderAllowed": "${{"Y": "true", "N": "false"}[byQualifier(set.CSH, "CSH01", "Y", "N").CSH01]!}",
  "shipWindow": {
    "from": "${date(byQualifier(set.DTM, "DTM01", "037").DTM02)}",
    "to": "${date(byQualifier(set.DTM, "DTM01", "038", "010").DTM02)}"
  },
  "deliveryWindow": {
    "from": "${date(byQualifier(set.DTM, "DTM01", "064").DTM02)}",
    "to": "${date(byQualifier(set.DTM, "DTM01", "063", "002").DTM02)}"
  },
  "parties": [
    <#list set.LoopN1 as loop>
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
  "texts": [
    <#list set.LoopN9 as n9>
    "${n9.N9.N903}",
    <#list n9.MSG as msg>"${msg.MSG01}",</#list>
    </#list>
  ],
  "lines": [
    <#list set.LoopPOC as line>
    <#assign poc = line.POC>
    <#assign articles = pairs(poc, "UP", "EN", "UK", "UI", "UA", "EO")>
    {
      "lineNo": "${or(poc.POC01, line?counter)}",
      "action": "<#assign action = code("line-changes", "x12", required(poc.POC02, "what happens to the line"))>${action}",
      "buyerItem": "${or(pair(poc, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(poc, "VN", "SK", "VA", "VP", "VC")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(poc, "IB")}",
      "description": "${byQualifier(line.LoopPID, "PID/PID01", "F", "X", "S").PID.PID05}",
      <#-- POC03 is the quantity from now on; POC04 what of it is still to come, which the hub knows itself. -->
      <#if poc.POC03?has_content || action == "QUANTITY" || action == "ADD">
      "quantity": {
        "amount": "${decimal(required(poc.POC03, "the quantity"))}",
        "unit": "${code("units", "x12", required(poc.POC05.POC0501, "the unit"))}",
        "unitSize": "<#if poc.POC05.POC0501 != "EA">${decimal(line.PO4.PO401)}</#if>"
      },
      </#if>
      <#if poc.POC06?has_content || action == "PRICE">
      "price": {
        "amount": "${decimal(required(poc.POC06, "the price"))}",
        "currency": "${or(line.CUR.CUR02, currency)}",
        "basis": "${poc.POC07}"
      },
      </#if>
    },
    </#list>
  ],
  "totals": {
    "lineCount": "${decimal(set.LoopCTT.CTT.CTT01)}",
    "quantityHash": "${decimal(set.LoopCTT.CTT.CTT02)}"
  }
}
