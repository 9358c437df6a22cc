<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 214 to BusinessReport SHIPMENT_STATUS. The code of an event is its shipment status (1650) or appointment status (1652). -->
{
  "type": "BusinessReport",
  "report": "SHIPMENT_STATUS",
  "reportNumber": "${required(or(set.B10.B1002, set.B10.B1001, set.B10.B1006), "the number of the shipment")}",
  "reportDate": "${date(set.LoopLX.LoopAT7.AT7.AT705)}",
  "poNumber": "${or(byQualifier(set.L11, "L1102", "PO").L1101, set.LoopLX.LoopPRF.PRF.PRF01)}",
  "references": [
    <#if set.B10.B1001?has_content>{"kind": "PRO_NUMBER", "value": "${set.B10.B1001}"},</#if>
    <#if set.B10.B1002?has_content>{"kind": "SHIPMENT", "value": "${set.B10.B1002}"},</#if>
    {"kind": "CARRIER", "value": "${set.B10.B1003}"},
    <#if set.B10.B1006?has_content>{"kind": "${codeOrSame("reference-kinds", "x12", set.B10.B1005)}", "value": "${set.B10.B1006}"},</#if>
    <#list set.L11 as ref>
    <#if ref.L1101?has_content>{"kind": "${codeOrSame("reference-kinds", "x12", ref.L1102)}", "value": "${ref.L1101}"},</#if>
    </#list>
  ],
  "parties": [
    <#list set.LoopN1 as loop>
    <#assign n1 = loop.N1>
    {
      "role": "${codeOrSame("party-roles", "x12", n1.N101)}",
      "id": "${n1.N104}",
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
  "lines": [
    <#list set.LoopLX as line>
    {
      "lineNo": "${line.LX.LX01}",
      "poNumber": "${line.LoopPRF.PRF.PRF01}",
      "place": "${(line.LoopAT7.MS1.MS101 + " " + line.LoopAT7.MS1.MS102)?trim}",
      "figures": [
        <#list line.LoopAT7 as loop>
        <#assign event = loop.AT7>
        {
          "code": "${or(event.AT701, event.AT703)}",
          "from": "${date(event.AT705)}",
          "at": "${x12Instant(event.AT705, event.AT706, event.AT707)}",
          "text": "${or(event.AT702, event.AT704)}"
        },
        </#list>
        <#list line.Q7 as q7>{"code": "${q7.Q701}", "text": "${q7.Q703}"},</#list>
      ],
      "texts": [<#list line.K1 as k1>"${k1.K101}", "${k1.K102}",</#list>]
    },
    </#list>
  ]
}
