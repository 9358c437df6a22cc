<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- PurchaseOrder to an order of getPurchaseOrders. -->
<#assign extras = document.extras, currency = document.currency>
<#-- A window lasts to the last second of its last day, in the zone of the partner. -->
<#function window days>
  <#if !days.from?has_content && !days.to?has_content><#return ""></#if>
  <#return instant(days.from, "0000", hub.zone) + "--" + instant(days.to, "235959", hub.zone)>
</#function>
<#macro party role>
    <#local said = byQualifier(document.parties, "role", role)>
    <#local id = (role == "SELLING")?then(or(document.vendorCode, said.id), said.id)>
{
      "partyId": "${id}",
      <#if said.name?has_content && said.street?has_content && said.country?has_content>
      "address": {
        "name": "${said.name}",
        <#list said.street as street><#if street?index lt 3>"addressLine${street?counter}": "${street}",</#if></#list>
        "city": "${said.city}",
        "stateOrRegion": "${said.region}",
        "postalCode": "${said.postalCode}",
        "countryCode": "${said.country}"
      },
      </#if>
      <#if said.taxNumber?has_content>
      "taxInfo": {
        "taxRegistrationType": "${["AU", "CA", "IN", "SG"]?seq_contains(said.country + "")?then("GST", "VAT")}",
        "taxRegistrationNumber": "${said.taxNumber}"
      }
      </#if>
    }</#macro>
<#-- Placed at noon of its day. -->
<#assign placed = instant(document.orderDate, "1200", hub.zone)>
{
  "purchaseOrderNumber": "${document.poNumber}",
  "purchaseOrderState": "${or(extras.purchaseOrderState, "New")}",
  "orderDetails": {
    "purchaseOrderDate": "${placed}",
    "purchaseOrderChangedDate": "${extras.purchaseOrderChangedDate}",
    "purchaseOrderStateChangedDate": "${or(extras.purchaseOrderStateChangedDate, placed)}",
    "purchaseOrderType": "${encode("order-types", "sp-api", document.orderType)}",
    "importDetails": {
      "methodOfPayment": "${extras["importDetails.methodOfPayment"]}",
      "internationalCommercialTerms": "${extras["importDetails.internationalCommercialTerms"]}",
      "portOfDelivery": "${extras["importDetails.portOfDelivery"]}",
      "importContainers": "${extras["importDetails.importContainers"]}",
      "shippingInstructions": "${document.texts?join(" ")}"
    },
    "dealCode": "${document.dealCode}",
    "paymentMethod": "${or(extras.paymentMethod, "Invoice")}",
    "buyingParty": <@party "BUYING"/>,
    "sellingParty": <@party "SELLING"/>,
    "shipToParty": <@party "SHIP_TO"/>,
    "billToParty": <@party "BILL_TO"/>,
    "shipWindow": "${window(document.shipWindow)}",
    "deliveryWindow": "${window(document.deliveryWindow)}",
    "items": [
      <#list document.lines as line>
      <#assign weight = (line.price.basis + "")?matches("LB|OZ|GR|KG")>
      {
        "itemSequenceNumber": "${line.lineNo}",
        "amazonProductIdentifier": "${line.buyerItem}",
        "vendorProductIdentifier": "${or(line.extras.vendorProductIdentifier, line.gtin, line.isbn, line.vendorItem)}",
        "orderedQuantity": {
          "amount": "${decimal(line.quantity.amount)}",
          "unitOfMeasure": "${encode("units", "sp-api", line.quantity.unit)}",
          "unitSize": "<#if line.quantity.unit == "EACH">1<#else>${line.quantity.unitSize}</#if>"
        },
        "isBackOrderAllowed": "${or(line.extras.isBackOrderAllowed, document.backOrderAllowed, "false")}",
        <#if line.price?has_content>
        "netCost": {
          "currencyCode": "${required(or(line.price.currency, currency), "the currency of the price")}",
          "amount": "${eachPrice(line.price, line.quantity)}",
          "unitOfMeasure": "<#if weight>${encode("money-units", "sp-api", line.price.basis)}</#if>"
        },
        </#if>
        "listPrice": {"currencyCode": "${line.extras.listPriceCurrency}", "amount": "${decimal(line.extras.listPrice)}"}
      },
      </#list>
    ]
  }
}
