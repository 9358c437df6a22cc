<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- An order of the Selling Partner API to PurchaseOrder. Days are those of the partner's zone. -->
<#assign details = json.orderDetails, imports = details.importDetails>
<#assign currency = "", oneCurrency = true, allow = 0, refuse = 0>
<#list details.items as item>
  <#assign said = or(item.netCost.currencyCode, item.listPrice.currencyCode)>
  <#if said?has_content>
    <#if currency?has_content && currency != said><#assign oneCurrency = false></#if>
    <#assign currency = said + "">
  </#if>
  <#if item.isBackOrderAllowed == "true"><#assign allow++><#elseif item.isBackOrderAllowed == "false"><#assign refuse++></#if>
</#list>
<#-- A type that the list does not have keeps its own words: SpecialOrder is SPECIAL_ORDER. -->
<#function kind said>
  <#local found = codeOrSame("order-types", "sp-api", spelled("order-types", "sp-api", said))>
  <#return found?replace("([a-z0-9])([A-Z])", "$1_$2", "r")?replace("[^A-Za-z0-9]+", "_", "r")?upper_case>
</#function>
<#-- Whoever has the goods fetched is said by the terms; without them the kind of window tells: collect orders have a ship window. -->
<#function freight>
  <#switch imports.methodOfPayment?lower_case>
    <#case "paidbybuyer"><#case "collectondelivery"><#return "COLLECT">
    <#case "prepaidbyseller"><#case "paidbyseller"><#return "PREPAID">
  </#switch>
  <#if details.shipWindow?has_content != details.deliveryWindow?has_content>
    <#return details.shipWindow?has_content?then("COLLECT", "PREPAID")>
  </#if>
  <#return "">
</#function>
<#macro party role said idType>
    <#if said?has_content>
    {
      "role": "${role}",
      "id": "${said.partyId}",
      "idType": "<#if said.partyId?has_content>${idType}</#if>",
      "name": "${said.address.name}",
      "street": ["${said.address.addressLine1}", "${said.address.addressLine2}", "${said.address.addressLine3}"],
      "city": "${said.address.city}",
      "region": "${said.address.stateOrRegion}",
      "postalCode": "${said.address.postalCode}",
      "country": "${said.address.countryCode}",
      "taxNumber": "${said.taxInfo.taxRegistrationNumber}"
    },
    </#if>
</#macro>
<#macro beside name said>
    "${name}.address.county": "${said.address.county}",
    "${name}.address.district": "${said.address.district}",
    "${name}.address.phone": "${said.address.phone}",
    "${name}.taxInfo.taxRegistrationType": "${said.taxInfo.taxRegistrationType}",
</#macro>
{
  "type": "PurchaseOrder",
  "poNumber": "${required(json.purchaseOrderNumber, "the purchase order number")}",
  <#if !details?has_content>${required(details, "what is ordered (ask for it with includeDetails=true)")}</#if>
  "purpose": "ORIGINAL",
  "orderType": "${kind(or(details.purchaseOrderType, "RegularOrder"))}",
  "orderDate": "${localDay(required(details.purchaseOrderDate, "the order date"))}",
  "vendorCode": "${details.sellingParty.partyId}",
  "currency": "<#if oneCurrency>${currency}</#if>",
  <#-- Said of each line; where lines differ each keeps its own word in extras. -->
  "backOrderAllowed": "<#if allow gt 0 && refuse == 0>true<#elseif refuse gt 0 && allow == 0>false</#if>",
  "freight": "${freight()}",
  "dealCode": "${details.dealCode}",
  "shipWindow": {
    "from": "${isoWindow(details.shipWindow, "from")}",
    "to": "${isoWindow(details.shipWindow, "to")}"
  },
  "deliveryWindow": {
    "from": "${isoWindow(details.deliveryWindow, "from")}",
    "to": "${isoWindow(details.deliveryWindow, "to")}"
  },
  "parties": [
    <@party "BUYING" details.buyingParty "ASSIGNED"/>
    <@party "SELLING" details.sellingParty "ASSIGNED"/>
    <@party "SHIP_TO" details.shipToParty "FC"/>
    <@party "BILL_TO" details.billToParty "ASSIGNED"/>
  ],
  "texts": ["${imports.shippingInstructions}"],
  "lines": [
    <#if !details.items?has_content>${required(details.items, "what is ordered")}</#if>
    <#list details.items as item>
    <#assign ordered = item.orderedQuantity, id = item.vendorProductIdentifier>
    <#assign unit = code("units", "sp-api", spelled("units", "sp-api", required(ordered.unitOfMeasure, "the unit")))>
    {
      "lineNo": "${required(item.itemSequenceNumber, "the number of the line")}",
      "buyerItem": "${item.amazonProductIdentifier}",
      <#-- The vendor's own number may be of any kind; it is a GTIN or an ISBN only where its check digit says so. -->
      "vendorItem": "<#if !checkedGtin(id)?has_content && !isbn(id)?has_content && id != item.amazonProductIdentifier>${id}</#if>",
      "gtin": "${checkedGtin(id)}",
      "isbn": "${isbn(id)}",
      "quantity": {
        "amount": "${decimal(required(ordered.amount, "the quantity"))}",
        "unit": "${unit}",
        "unitSize": "<#if unit != "EACH">${decimal(ordered.unitSize)}</#if>"
      },
      <#if item.netCost.amount?has_content>
      <#-- Per each, also where cases are ordered, unless the goods are sold by weight. -->
      "price": {
        "amount": "${decimal(item.netCost.amount)}",
        "currency": "${item.netCost.currencyCode}",
        "basis": "${or(code("money-units", "sp-api", spelled("money-units", "sp-api", item.netCost.unitOfMeasure)), "PE")}"
      },
      </#if>
      "extras": {
        <#-- To be sent back as it came, leading zeros and all. -->
        "vendorProductIdentifier": "${id}",
        "listPrice": "${decimal(item.listPrice.amount)}",
        "listPriceCurrency": "${item.listPrice.currencyCode}",
        "isBackOrderAllowed": "<#if allow gt 0 && refuse gt 0>${item.isBackOrderAllowed}</#if>"
      }
    },
    </#list>
  ],
  "extras": {
    "purchaseOrderState": "${json.purchaseOrderState}",
    "purchaseOrderType": "<#if !codeOrSame("order-types", "sp-api", spelled("order-types", "sp-api",
      details.purchaseOrderType))?matches("[A-Z_]*")>${details.purchaseOrderType}</#if>",
    "purchaseOrderChangedDate": "${isoInstant(details.purchaseOrderChangedDate)}",
    "purchaseOrderStateChangedDate": "${isoInstant(details.purchaseOrderStateChangedDate)}",
    "paymentMethod": "${details.paymentMethod}",
    <@beside "buyingParty" details.buyingParty/>
    <@beside "sellingParty" details.sellingParty/>
    <@beside "shipToParty" details.shipToParty/>
    <@beside "billToParty" details.billToParty/>
    "importDetails.methodOfPayment": "${imports.methodOfPayment}",
    "importDetails.internationalCommercialTerms": "${imports.internationalCommercialTerms}",
    "importDetails.portOfDelivery": "${imports.portOfDelivery}",
    "importDetails.importContainers": "${imports.importContainers}"
  }
}
