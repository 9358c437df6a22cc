<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- The body of submitAcknowledgement to OrderAcknowledgment. -->
<#assign said = json.acknowledgements>
<#if said?size gt 1>${stop(said[1].purchaseOrderNumber, "is a second order; the hub reads and sends one acknowledgement in a body")}</#if>
<#macro quantity said>
{
      <#local unit = code("units", "sp-api", spelled("units", "sp-api", required(said.unitOfMeasure, "the unit")))>
        "amount": "${decimal(required(said.amount, "the quantity"))}",
        "unit": "${unit}",
        "unitSize": "<#if unit != "EACH">${decimal(said.unitSize)}</#if>"
      }</#macro>
{
  "type": "OrderAcknowledgment",
  "poNumber": "${required(said.purchaseOrderNumber, "the purchase order number")}",
  "acknowledgmentDate": "${localDay(required(said.acknowledgementDate, "the date of the answer"))}",
  "vendorCode": "${required(said.sellingParty.partyId, "the vendor code")}",
  "lines": [
    <#if !said.items?has_content>${required(said.items, "the answer to a line")}</#if>
    <#list said.items as item>
    <#assign id = item.vendorProductIdentifier>
    {
      "lineNo": "${or(item.itemSequenceNumber, item?counter)}",
      "buyerItem": "${item.amazonProductIdentifier}",
      "vendorItem": "<#if !checkedGtin(id)?has_content && !isbn(id)?has_content>${id}</#if>",
      "gtin": "${checkedGtin(id)}",
      "isbn": "${isbn(id)}",
      <#if item.orderedQuantity?has_content>"ordered": <@quantity item.orderedQuantity/>,</#if>
      <#if item.netCost.amount?has_content>
      "price": {
        "amount": "${decimal(item.netCost.amount)}",
        "currency": "${item.netCost.currencyCode}",
        "basis": "${or(code("money-units", "sp-api", spelled("money-units", "sp-api", item.netCost.unitOfMeasure)), "PE")}"
      },
      </#if>
      "dispositions": [
        <#if !item.itemAcknowledgements?has_content>${required(item.itemAcknowledgements, "what the line is answered with")}</#if>
        <#list item.itemAcknowledgements as part>
        <#assign status = spelled("acknowledgment-status", "sp-api", required(part.acknowledgementCode, "what becomes of the quantity"))>
        {
          "status": "${code("acknowledgment-status", "sp-api", status)}",
          "quantity": <@quantity part.acknowledgedQuantity/>,
          "shipDate": "${localDay(part.scheduledShipDate)}",
          "deliveryDate": "${localDay(part.scheduledDeliveryDate)}",
          "reason": "${code("rejection-reasons", "sp-api", spelled("rejection-reasons", "sp-api", part.rejectionReason))}"
        },
        </#list>
      ],
      "extras": {
        "vendorProductIdentifier": "${id}",
        "listPrice": "${decimal(item.listPrice.amount)}",
        "listPriceCurrency": "${item.listPrice.currencyCode}",
        "discountMultiplier": "${decimal(item.discountMultiplier)}"
      }
    },
    </#list>
  ]
}
