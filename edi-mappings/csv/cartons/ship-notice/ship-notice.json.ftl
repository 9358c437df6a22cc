<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Carton list to ShipmentNotice. What is said of the shipment must be the same in all of its rows; an item is named by order,
     line, article, lot and expiry, so that cartons refer to it without counting. -->
<#assign rows = csv.row>
<#function said column><#return same(rows, column)></#function>
<#function moment day time><#return instant(day, time, or(said("time_zone"), erp.zone))></#function>
<#function unit x><#return code("units", "iface", required(x, "the unit"))></#function>
<#function sscc x>
  <#if !x?has_content><#return x></#if>
  <#if x?matches("(00)?[0-9]{18}")><#return x?substring(x?length - 18)></#if>
  <#return stop(x, "is no SSCC of 18 digits, or of 20 with the identifier 00")>
</#function>
<#function palletOf row><#return or(row.pallet_no, row.pallet_sscc)></#function>
<#function cartonOf row><#return required(or(row.carton_no, row.carton_sscc), "the carton's number")></#function>
<#macro party role prefix>
    <#if said(prefix + "_id")?has_content || said(prefix + "_name")?has_content>
    {
      "role": "${role}",
      "id": "${said(prefix + "_id")}",
      "idType": "${or(said(prefix + "_id_type"), (role == "SHIP_TO" && said(prefix + "_id")?has_content)?then("FC", ""))}",
      "name": "${said(prefix + "_name")}",
      "street": ["${said(prefix + "_street")}", "${said(prefix + "_street2")}"],
      "city": "${said(prefix + "_city")}",
      "region": "${said(prefix + "_region")}",
      "postalCode": "${said(prefix + "_postal_code")}",
      "country": "${said(prefix + "_country")}"
    },
    </#if>
</#macro>
<#macro weight amount of>
<#if amount?has_content>{"amount": "${decimal(amount)}", "unit": "${code("units", "iface", required(of, "the unit of weight"))}"}<#else>{}</#if></#macro>
<#assign pallets = 0>
<#list grouped(rows, "pallet_no", "pallet_sscc") as pallet>
  <#if palletOf(pallet)?has_content><#assign pallets = pallets + 1></#if>
</#list>
{
  "type": "ShipmentNotice",
  "shipmentId": "${said("shipment_id")}",
  "purpose": "${or(said("purpose"), "ORIGINAL")}",
  "createdAt": "${moment(said("created_date"), said("created_time"))}",
  "shippedAt": "${moment(required(said("ship_date"), "the day the goods left"), said("ship_time"))}",
  "estimatedDelivery": "${moment(said("delivery_date"), said("delivery_time"))}",
  "appointment": "${moment(said("appointment_date"), said("appointment_time"))}",
  "vendorCode": "${said("vendor_code")}",
  "billOfLading": "${said("bol")}",
  "proNumber": "${said("pro")}",
  "amazonReference": "${said("arn")}",
  "sealNumber": "${said("seal")}",
  "freight": "${said("freight_terms")}",
  "shipmentType": "${said("shipment_type")}",
  "carrierCode": "${said("carrier")}",
  "carrierName": "${said("carrier_name")}",
  "cartonCount": "${grouped(rows, "carton_no", "carton_sscc")?size}",
  "palletCount": "<#if pallets gt 0>${pallets}</#if>",
  "grossWeight": <@weight said("shipment_weight") said("weight_unit")/>,
  "parties": [
    <@party "SHIP_FROM" "ship_from"/>
    <@party "SHIP_TO" "ship_to"/>
  ],
  "items": [
    <#list grouped(rows, "po_number", "po_line", "sku", "gtin", "lot", "expiry") as item>
    {
      "itemNo": "${key(item, "po_number", "po_line", "sku", "gtin", "lot", "expiry")}",
      "poNumber": "${required(item.po_number, "the PO number")}",
      "poLineNo": "${item.po_line}",
      "buyerItem": "${asin(same(item, "asin"))}",
      "vendorItem": "${item.sku}",
      "gtin": "${gtin(item.gtin)}",
      "description": "${item.description}",
      "quantity": {"amount": "${sum(item, "quantity")}", "unit": "${unit(same(item, "unit"))}", "unitSize": "${same(item, "unit_size")}"},
      "lot": "${item.lot}",
      "expiry": "${date(item.expiry)}"
    },
    </#list>
  ],
  "packages": [
    <#list grouped(rows, "pallet_no", "pallet_sscc") as pallet>
    <#if palletOf(pallet)?has_content>
    {"packageNo": "P/${palletOf(pallet)}", "kind": "PALLET", "sscc": "${sscc(same(pallet, "pallet_sscc"))}"},
    </#if>
    <#list grouped(pallet, "carton_no", "carton_sscc") as carton>
    {
      "packageNo": "C/${cartonOf(carton)}",
      "parentNo": "<#if palletOf(pallet)?has_content>P/${palletOf(pallet)}</#if>",
      "kind": "CARTON",
      "sscc": "${sscc(same(carton, "carton_sscc"))}",
      "trackingNumber": "${same(carton, "tracking_number")}",
      "grossWeight": <@weight same(carton, "carton_weight") same(carton, "weight_unit")/>,
      "contents": [
        <#list carton as row>
        {
          "itemNo": "${key(row, "po_number", "po_line", "sku", "gtin", "lot", "expiry")}",
          "quantity": {"amount": "${decimal(required(row.quantity, "the quantity"))}", "unit": "${unit(row.unit)}", "unitSize": "${row.unit_size}"},
          "lot": "${row.lot}",
          "expiry": "${date(row.expiry)}"
        },
        </#list>
      ]
    },
    </#list>
    </#list>
  ]
}
