<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 754 to RoutingInstruction. What is absent prints nothing, and members that stay empty are dropped. -->
<#assign vendor = byQualifier(set.LoopN1, "N1/N101", "SF", "SU", "VN").N1, centre = byQualifier(set.LoopN1, "N1/N101", "ST").N1>
<#assign modes = {"LT": "LESS_THAN_TRUCKLOAD", "M": "TRUCKLOAD", "SR": "TRUCKLOAD", "U": "SMALL_PARCEL", "A": "AIR", "O": "OCEAN"}>
<#assign weights = {"L": "POUND", "K": "KILOGRAM"}>
{
  "type": "RoutingInstruction",
  "instructionNumber": "${required(set.BGN.BGN02, "the number of the instruction")}",
  "requestNumber": "${set.BGN.BGN06}",
  <#-- 11 is a response, to a 753 -->
  "purpose": "${(set.BGN.BGN01 == "11")?then("ORIGINAL", code("purposes", "x12", or(set.BGN.BGN01, "00")))}",
  "createdAt": "${x12Instant(set.BGN.BGN03, set.BGN.BGN04, or(set.BGN.BGN05, "LT"))}",
  "vendorCode": "${vendor.N104}",
  "parties": [
    <#list set.LoopN1 as loop>
    {
      "role": "${codeOrSame("party-roles", "x12", loop.N1.N101)}",
      "id": "${loop.N1.N104}",
      "idType": "<#if loop.N1.N104?has_content>${codeOrSame("id-types", "x12", (loop.N1.N101 == "ST" && loop.N1.N103 == "92")?then("ST:92", loop.N1.N103))}</#if>",
      "name": "${or(loop.N1.N102, loop.N2.N201)}",
      "street": [<#list loop.N3 as n3>"${n3.N301}", "${n3.N302}",</#list>],
      "city": "${loop.N4.N401}",
      "region": "${loop.N4.N402}",
      "postalCode": "${loop.N4.N403}",
      "country": "${loop.N4.N404}"
    },
    </#list>
  ],
  "loads": [
    <#list set.LoopLX as load>
    <#assign pickup = byQualifier(load.G62, "G6201", "10", "69", "68")>
    <#if !pickup?has_content><#list load.LoopOID as order>
      <#assign later = byQualifier(order.G62, "G6201", "10", "69", "68")>
      <#if later?has_content><#assign pickup = later></#if>
    </#list></#if>
    <#assign own = load.LoopN1.N1>
    {
      "amazonReference": "${or(byQualifier(load.REF, "REF01", "BX").REF02, byQualifier(load.L11, "L1102", "BX").L1101, set.BGN.BGN02)}",
      "carrierCode": "${or(load.TD5.TD503, load.BLR.BLR01)}",
      "carrierName": "${load.TD5.TD505}",
      "shipmentType": "${modes[load.TD5.TD504]!}",
      "pickupDate": "${date(pickup.G6202)}",
      "pickupTime": "<#if pickup.G6204?has_content>${pickup.G6204?substring(0, 2)}:${pickup.G6204?substring(2, 4)}</#if>",
      "shipTo": "${(own.N101 == "ST")?then(own.N104, centre.N104)}",
      "orders": [
        <#list load.LoopOID as order>
        {
          "poNumber": "${required(order.OID.OID02, "the purchase order number")}",
          "cartonCount": "<#if or(order.OID.OID04, "CTN")?starts_with("CT")>${decimal(order.OID.OID05)}</#if>",
          "grossWeight": {
            "amount": "${decimal(order.OID.OID07)}",
            "unit": "<#if order.OID.OID07?has_content>${weights[order.OID.OID06]!stop(order.OID.OID06, "a weight unit must be L (pounds) or K (kilograms)")}</#if>"
          }
        },
        </#list>
      ]
    },
    </#list>
  ]
}
