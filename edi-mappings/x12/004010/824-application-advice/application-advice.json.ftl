<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 824 to BusinessReport APPLICATION_ADVICE: the outcome is the worst that is said of any document. -->
<#assign outcome = "", weights = {"": 0, "ACCEPTED": 1, "ACCEPTED_WITH_CHANGE": 2, "REJECTED": 3}>
<#list set.LoopOTI as loop>
  <#assign said = code("advice-outcomes", "x12", required(loop.OTI.OTI01, "what is said of the document"))>
  <#if (weights[said] gt weights[outcome])><#assign outcome = said></#if>
</#list>
{
  "type": "BusinessReport",
  "report": "APPLICATION_ADVICE",
  "reportNumber": "${required(set.BGN.BGN02, "the number of the advice")}",
  "purpose": "${codeOrSame("purposes", "x12", set.BGN.BGN01)}",
  "reportDate": "${date(set.BGN.BGN03)}",
  "poNumber": "${byQualifier(set.LoopOTI, "OTI/OTI02", "PO").OTI.OTI03}",
  "outcome": "${outcome}",
  "references": [
    <#list set.LoopOTI as loop>
    <#assign oti = loop.OTI>
    {"kind": "${codeOrSame("reference-kinds", "x12", oti.OTI02)}", "value": "${oti.OTI03}"},
    <#if oti.OTI08?has_content>{"kind": "GROUP_CONTROL", "value": "${oti.OTI08}"},</#if>
    <#if oti.OTI09?has_content>{"kind": "SET_CONTROL", "value": "${oti.OTI09}"},</#if>
    <#if oti.OTI10?has_content>{"kind": "SET", "value": "${oti.OTI10}"},</#if>
    <#list loop.REF as ref>
    <#if ref.REF02?has_content>{"kind": "${codeOrSame("reference-kinds", "x12", ref.REF01)}", "value": "${ref.REF02}"},</#if>
    </#list>
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
  "texts": [
    <#list set.LoopOTI as loop><#list loop.LoopTED as error>
    "${(error.TED.TED02 + " " + error.TED.TED07)?trim}",
    <#list error.NTE as note>"${note.NTE02}",</#list>
    </#list></#list>
  ],
  "lines": [
    <#list set.LoopOTI as loop>
    {
      "lineNo": "${loop?counter}",
      "description": "${(loop.OTI.OTI10 + " " + loop.OTI.OTI03)?trim}",
      "figures": [
        <#list loop.LoopTED as error>{"code": "${error.TED.TED01}", "text": "${(error.TED.TED02 + " " + error.TED.TED07)?trim}"},</#list>
        <#list loop.AMT as amt>{"code": "${amt.AMT01}", "amount": "${decimal(amt.AMT02)}"},</#list>
      ],
      "texts": [<#list loop.LoopTED as error><#list error.NTE as note>"${note.NTE02}",</#list></#list>]
    },
    </#list>
  ]
}
