<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 855 to OrderAcknowledgment. -->
<#assign currency = set.CUR.CUR02>
{
  "type": "OrderAcknowledgment",
  "poNumber": "${required(set.BAK.BAK03, "the purchase order number")}",
  "orderDate": "${date(set.BAK.BAK04)}",
  "acknowledgmentDate": "${date(set.BAK.BAK09)}",
  "answers": "ORDER",
  "vendorCode": "${or(byQualifier(set.REF, "REF01", "CR").REF02, byQualifier(set.LoopN1, "N1/N101", "VN", "SU", "SE", "SF").N1.N104)}",
  "vendorOrderNumber": "${set.BAK.BAK08}",
  "lines": [
    <#list set.LoopPO1 as line>
    <#assign po1 = line.PO1>
    <#assign articles = pairs(po1, "UP", "EN", "UK", "UI", "EO")>
    {
      "lineNo": "${or(po1.PO101, line?counter)}",
      "buyerItem": "${or(pair(po1, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(po1, "VN", "SK", "VA", "VP")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(po1, "IB")}",
      <#if po1.PO102?has_content>
      "ordered": {
        "amount": "${decimal(po1.PO102)}",
        "unit": "${code("units", "x12", required(po1.PO103, "the unit"))}",
        "unitSize": "<#if po1.PO103 != "EA">${decimal(line.PO4.PO401)}</#if>"
      },
      </#if>
      <#if po1.PO104?has_content>
      "price": {
        "amount": "${decimal(po1.PO104)}",
        "currency": "${or(line.CUR.CUR02, currency)}",
        "basis": "${po1.PO105}"
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
