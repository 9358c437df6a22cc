<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 850 to PurchaseOrder. What is absent prints nothing, and members that stay empty are dropped. -->
<#assign currency = set.CUR.CUR02>
<#assign vendor = byQualifier(set.LoopN1, "N1/N101", "VN", "SU", "SE").N1>
{
  "type": "PurchaseOrder",
  "poNumber": "${required(set.BEG.BEG03, "the purchase order number")}",
  "purpose": "${code("purposes", "x12", required(set.BEG.BEG01, "the purpose"))}",
  "orderType": "${code("order-types", "x12", required(set.BEG.BEG02, "the order type"))}",
  "orderDate": "${date(required(set.BEG.BEG05, "the order date"))}",
  "vendorCode": "${or(byQualifier(set.REF, "REF01", "CR").REF02, vendor.N104)}",
  "currency": "${currency}",
  "backOrderAllowed": "${{"Y": "true", "N": "false"}[byQualifier(set.CSH, "CSH01", "Y", "N").CSH01]!}",
  "freight": "${{"CC": "COLLECT", "PP": "PREPAID", "PC": "PREPAID"}[set.FOB.FOB01]!}",
  "dealCode": "${byQualifier(set.REF, "REF01", "PD").REF02}",
  "associatedPoNumber": "${byQualifier(set.REF, "REF01", "OP", "PO").REF02}",
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
      <#-- 92 means Amazon's own code of a place: a fulfilment centre if it is the ship-to. -->
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
    <#list set.LoopPO1 as line>
    <#assign po1 = line.PO1>
    <#assign articles = pairs(po1, "UP", "EN", "UK", "UI", "EO")>
    {
      "lineNo": "${or(po1.PO101, line?counter)}",
      <#-- Amazon is known to write its own number under the UPC qualifier, which is then no GTIN. -->
      "buyerItem": "${or(pair(po1, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(po1, "VN", "SK", "VA", "VP")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(po1, "IB")}",
      "description": "${byQualifier(line.LoopPID, "PID/PID01", "F", "X", "S").PID.PID05}",
      "quantity": {
        "amount": "${decimal(required(po1.PO102, "the quantity"))}",
        "unit": "${code("units", "x12", required(po1.PO103, "the unit"))}",
        "unitSize": "<#if po1.PO103 != "EA">${decimal(line.PO4.PO401)}</#if>"
      },
      <#if po1.PO104?has_content>
      "price": {
        "amount": "${decimal(po1.PO104)}",
        "currency": "${or(line.CUR.CUR02, currency)}",
        "basis": "${po1.PO105}"
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
