<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- ShipmentNotice to the body of SubmitShipmentConfirmations. -->
<#assign kinds = byValue(document.packages, "kind"), itemNumbers = positions(document.items, "itemNo")>
<#assign cartons = kinds.CARTON, pallets = kinds.PALLET>
<#assign cartonNumbers = positions(cartons, "packageNo"), inside = byValue(cartons, "parentNo"), carriers = positions(pallets, "packageNo")>
<#function noon day><#return instant(day, "1200", hub.zone)></#function>
<#function numbered position><#return zeroFilled(position, 3)></#function>
<#macro quantity said>
{"amount": "${decimal(said.amount)}", "unitOfMeasure": "${encode("units", "sp-api", said.unit)}",
"unitSize": "<#if said.unit == "EACH">1<#else>${said.unitSize}</#if>"}</#macro>
<#-- Centimetres and litres, which the API does not know, are metres and cubic metres. -->
<#macro measure said>
<#if !said?has_content>{}
<#elseif said.unit == "CUBIC_DECIMETER">{"unitOfMeasure": "CuM", "value": "${decimal(said.amount) / 1000}"}
<#else>{"unitOfMeasure": "${encode("units", "sp-api", said.unit)}", "value": "${decimal(said.amount)}"}</#if></#macro>
<#macro dimensions said>
<#if said.length?has_content && said.width?has_content && said.height?has_content>
<#local metric = said.unit == "CENTIMETER">
{"length": "${metric?then(decimal(said.length) / 100, decimal(said.length))}", "width": "${metric?then(decimal(said.width) / 100,
decimal(said.width))}", "height": "${metric?then(decimal(said.height) / 100, decimal(said.height))}",
"unitOfMeasure": "<#if metric>Meter<#else>${encode("units", "sp-api", said.unit)}</#if>"}
<#else>{}</#if></#macro>
<#-- An address that lacks what the API requires of one is left out: its number names the party. -->
<#macro party said id what>
{
      "partyId": "${required(id, what)}",
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
      "taxRegistrationDetails": [{
        "taxRegistrationType": "${["AU", "CA", "IN", "SG"]?seq_contains(said.country + "")?then("GST", "VAT")}",
        "taxRegistrationNumber": "${said.taxNumber}"
      }]
      </#if>
    }</#macro>
<#macro details item lot expiry>
{
          "purchaseOrderNumber": "${item.poNumber}",
          "lotNumber": "${lot}",
          "lotNumberSourceReference": "${item.extras.lotNumberSourceReference}",
          "lotNumberSourceType": "${item.extras.lotNumberSourceType}",
          "countryOfOrigin": "${item.extras.countryOfOrigin}",
          "regulationReferences": {"dueDiligenceReference": "${item.extras.dueDiligenceReference}",
            "dueDiligenceVerification": "${item.extras.dueDiligenceVerification}"},
          "expiry": {"manufacturerDate": "${noon(item.extras.manufacturerDate)}", "expiryDate": "${noon(expiry)}"}
        }</#macro>
<#macro contents package>
[
        <#list package.contents as content>
        {
          "itemReference": "${numbered(required(itemNumbers[content.itemNo], "an item of the notice for " + content.itemNo))}",
          "shippedQuantity": <@quantity content.quantity/>
          <#if content.lot?has_content || content.expiry?has_content>
          , "itemDetails": {"lotNumber": "${content.lot}", "expiry": {"expiryDate": "${noon(content.expiry)}"}}
          </#if>
        },
        </#list>
      ]</#macro>
<#macro marks package><#if package.sscc?has_content>
[{"containerIdentificationType": "SSCC", "containerIdentificationNumber": "00${package.sscc}"}]<#else>[]</#if></#macro>
<#function structure>
  <#if document.extras.shipmentStructure?has_content><#return document.extras.shipmentStructure></#if>
  <#if !document.packages?has_content><#return ""></#if>
  <#if !cartons?has_content><#return "PalletOfItems"></#if>
  <#local mixed = false>
  <#list cartons as carton><#if carton.contents?size gt 1><#local mixed = true></#if></#list>
  <#return pallets?has_content?then("Palletized", "Loose") + mixed?then("AssortmentCase", "StandardCase")>
</#function>
<#assign palletCount = pallets?has_content?then(pallets?size, decimal(or(document.palletCount, "0")))>
<#assign cartonCount = or(document.cartonCount, cartons?has_content?then(cartons?size, ""))>
<#assign from = byQualifier(document.parties, "role", "SHIP_FROM"), to = byQualifier(document.parties, "role", "SHIP_TO")>
<#assign selling = byQualifier(document.parties, "role", "SELLING"), far = ["AIR", "OCEAN"]?seq_contains(document.shipmentType + "")>
{
  "shipmentConfirmations": [{
    "shipmentIdentifier": "${document.shipmentId}",
    "shipmentConfirmationType": "${encode("purposes", "sp-api", document.purpose)}",
    "shipmentType": "<#if !far>${encode("shipment-types", "sp-api", document.shipmentType)}</#if>",
    "shipmentStructure": "${structure()}",
    "transportationDetails": {
      "carrierScac": "${document.carrierCode}",
      "carrierShipmentReferenceNumber": "${document.proNumber}",
      "transportationMode": "${{"TRUCKLOAD": "Road", "LESS_THAN_TRUCKLOAD": "Road", "AIR": "Air", "OCEAN": "Ocean"}[document.shipmentType]!}",
      "billOfLadingNumber": "${document.billOfLading}"
    },
    <#-- Amazon's reference exists for collect shipments only. -->
    "amazonReferenceNumber": "<#if document.freight != "PREPAID">${document.amazonReference}</#if>",
    "shipmentConfirmationDate": "${or(document.createdAt, hub.created)}",
    "shippedDate": "${required(document.shippedAt, "when the goods left")}",
    "estimatedDeliveryDate": "${document.estimatedDelivery}",
    "sellingParty": <@party selling required(or(document.vendorCode, selling.id), "the vendor code") "the vendor code"/>,
    "shipFromParty": <@party from or(from.id, document.vendorCode) "where the goods left"/>,
    "shipToParty": <@party to to.id "the fulfilment centre"/>,
    "shipmentMeasurements": {
      "grossShipmentWeight": <@measure document.grossWeight/>,
      "shipmentVolume": <@measure document.volume/>,
      "cartonCount": "<#if palletCount == 0 || agreement.counts == "both">${cartonCount}</#if>",
      "palletCount": "<#if palletCount gt 0 || agreement.counts == "both">${palletCount}</#if>"
    },
    <#if far>
    "importDetails": {"sealNumber": "${document.sealNumber}"},
    </#if>
    "shippedItems": [
      <#list document.items as item>
      {
        "itemSequenceNumber": "${numbered(item?counter)}",
        "amazonProductIdentifier": "${item.buyerItem}",
        "vendorProductIdentifier": "${or(item.extras.vendorProductIdentifier, item.gtin, item.isbn, item.vendorItem)}",
        "shippedQuantity": <@quantity item.quantity/>,
        "itemDetails": <@details item item.lot item.expiry/>
      },
      </#list>
    ],
    "cartons": [
      <#list cartons as carton>
      <#if carton.parentNo?has_content && !carriers[carton.parentNo]?has_content>
      ${stop(carton.parentNo, "is no pallet of the notice; the API knows cartons on pallets only")}
      </#if>
      {
        "cartonIdentifiers": <@marks carton/>,
        <#if !carton.sscc?has_content && !carton.trackingNumber?has_content>${required(carton.sscc, "the SSCC or the tracking number")}</#if>
        "cartonSequenceNumber": "${numbered(carton?counter)}",
        "dimensions": <@dimensions carton.dimensions/>,
        "weight": <@measure carton.grossWeight/>,
        "trackingNumber": "${carton.trackingNumber}",
        "items": <@contents carton/>
      },
      </#list>
    ],
    "pallets": [
      <#list pallets as pallet>
      <#assign held = inside[pallet.packageNo]>
      {
        <#assign sscc = required(pallet.sscc, "the SSCC of the pallet")>
        "palletIdentifiers": <@marks pallet/>,
        "dimensions": <@dimensions pallet.dimensions/>,
        "weight": <@measure pallet.grossWeight/>,
        "cartonReferenceDetails": {
          "cartonCount": "<#if held?has_content>${held?size}</#if>",
          "cartonReferenceNumbers": [<#list held as carton>"${numbered(cartonNumbers[carton.packageNo])}",</#list>]
        },
        "items": <@contents pallet/>
      },
      </#list>
    ]
  }]
}
