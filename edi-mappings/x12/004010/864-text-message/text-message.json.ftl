<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 864 to BusinessReport TEXT_MESSAGE. -->
{
  "type": "BusinessReport",
  "report": "TEXT_MESSAGE",
  "reportNumber": "${required(set.LoopMIT.MIT.MIT01, "the number of the message")}",
  "purpose": "${codeOrSame("purposes", "x12", set.BMG.BMG01)}",
  "reportDate": "${date(set.DTM.DTM02)}",
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
    "${set.BMG.BMG02}",
    <#list set.LoopMIT as message>
    "${message.MIT.MIT02}",
    <#list message.MSG as msg>"${msg.MSG01}",</#list>
    </#list>
  ]
}
