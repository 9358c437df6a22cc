<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 865 to OrderAcknowledgment that answers a change. -->
<#assign currency = set.CUR.CUR02>
{
  "type": "OrderAcknowledgment",
  "poNumber": "${required(set.BCA.BCA03, "the purchase order number")}",
  "orderDate": "${date(set.BCA.BCA06)}",
  "acknowledgmentDate": "${date(set.BCA.BCA10)}",
  "answers": "CHANGE",
  "vendorCode": "${or(byQualifier(set.REF, "REF01", "CR").REF02, byQualifier(set.LoopN1, "N1/N101", "VN", "SU", "SE", "SF").N1.N104)}",
  "vendorOrderNumber": "${set.BCA.BCA09}",
  "lines": [
    <#list set.LoopPOC as line>
    <#assign poc = line.POC>
    <#assign articles = pairs(poc, "UP", "EN", "UK", "UI", "UA", "EO")>
    {
      "lineNo": "${or(poc.POC01, line?counter)}",
      "buyerItem": "${or(pair(poc, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(poc, "VN", "SK", "VA", "VP")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(poc, "IB")}",
      <#if poc.POC03?has_content>
      "ordered": {
        "amount": "${decimal(poc.POC03)}",
        "unit": "${code("units", "x12", required(poc.POC05.POC0501, "the unit"))}",
        "unitSize": "<#if poc.POC05.POC0501 != "EA">${decimal(line.PO4.PO401)}</#if>"
      },
      </#if>
      <#if poc.POC06?has_content>
      "price": {
        "amount": "${decimal(poc.POC06)}",
        "currency": "${or(line.CUR.CUR02, currency)}",
        "basis": "${poc.POC07}"
      },
      </#if>
      <#assign first = required(line.LoopACK.ACK.ACK01, "what the line is answered with")>
      "dispositions": [
        <#list line.LoopACK as loop>
        <#assign ack = loop.ACK, said = code("acknowledgment-status", "x12", required(ack.ACK01, "what becomes of the quantity"))?split(":")>
        {
          <#-- Less than was ordered is accepted for what it is. -->
          "status": "${said[0]?replace("_QUANTITY_CHANGED", "")}",
          "quantity": {
            "amount": "${decimal(required(ack.ACK02, "the quantity"))}",
            "unit": "${code("units", "x12", required(ack.ACK03, "the unit"))}"
          },
          <#if ack.ACK04 == "067">"deliveryDate"<#else>"shipDate"</#if>: "${date(ack.ACK05)}",
          "reason": "${(said?size gt 1)?then(said[1]!, "")}"
        },
        </#list>
      ]
    },
    </#list>
  ]
}
