<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- OrderAcknowledgment to the body of submitAcknowledgement. -->
<#macro quantity said of>
{"amount": "${decimal(required(said.amount, "the quantity"))}", "unitOfMeasure": "${encode("units", "sp-api", required(said.unit, "the unit"))}",
<#if said.unit == "EACH">"unitSize": "1"<#else>
"unitSize": "${required(or(said.unitSize, (of.unit == said.unit)?then(of.unitSize, said.unitSize)), "how many eaches one unit holds")}"</#if>}</#macro>
<#-- A day leaves and arrives at noon of the partner's zone: it is that day in every zone nearby. -->
<#function noon day><#return instant(day, "1200", hub.zone)></#function>
<#function acknowledged>
  <#if document.acknowledgmentDate?has_content && document.acknowledgmentDate != localDay(hub.created)>
    <#return noon(document.acknowledgmentDate)>
  </#if>
  <#return hub.created>
</#function>
{
  "acknowledgements": [{
    "purchaseOrderNumber": "${document.poNumber}",
    "sellingParty": {"partyId": "${required(document.vendorCode, "the vendor code")}"},
    "acknowledgementDate": "${acknowledged()}",
    "items": [
      <#-- A line that Amazon cancelled orders nothing, and nothing is no quantity to answer with. -->
      <#list document.lines?filter(line -> line.ordered.amount != "0") as line>
      <#assign ordered = line.ordered, extras = line.extras>
      {
        "itemSequenceNumber": "${line.lineNo}",
        "amazonProductIdentifier": "${line.buyerItem}",
        "vendorProductIdentifier": "${or(extras.vendorProductIdentifier, line.gtin, line.isbn, line.vendorItem)}",
        "orderedQuantity": <@quantity ordered ordered/>,
        "netCost": {
          "currencyCode": "${required(line.price.currency, "the currency of the price")}",
          "amount": "${required(eachPrice(line.price, ordered), "the price of the line")}",
          "unitOfMeasure": "<#if (line.price.basis + "")?matches("LB|OZ|GR|KG")>${encode("money-units", "sp-api", line.price.basis)}</#if>"
        },
        "listPrice": {"currencyCode": "${extras.listPriceCurrency}", "amount": "${decimal(extras.listPrice)}"},
        "discountMultiplier": "${decimal(extras.discountMultiplier)}",
        "itemAcknowledgements": [
          <#list line.dispositions as part>
          {
            "acknowledgementCode": "${encode("acknowledgment-status", "sp-api", part.status)}",
            "acknowledgedQuantity": <@quantity part.quantity ordered/>,
            <#if part.status == "REJECTED">
            "rejectionReason": "${encode("rejection-reasons", "sp-api", required(part.reason, "the reason of the rejection"))}"
            <#else>
            <#if part.status == "BACKORDERED">
            <#assign day = required(or(part.shipDate, part.deliveryDate), "the day a back-ordered quantity leaves or arrives")>
            </#if>
            "scheduledShipDate": "${noon(part.shipDate)}",
            "scheduledDeliveryDate": "${noon(part.deliveryDate)}"
            </#if>
          },
          </#list>
        ]
      },
      </#list>
    ]
  }]
}
