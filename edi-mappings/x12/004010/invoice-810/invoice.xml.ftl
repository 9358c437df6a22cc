<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Invoice to X12 810: the set between ST and SE. -->
<#assign hash = 0, qualifiers = {"8": "EO", "12": "UP", "13": "EN", "14": "UK"}, orders = []>
<#list document.lines as line>
  <#assign hash += decimal(or(line.quantity.amount, "0"))>
  <#assign po = or(line.poNumber, document.poNumber)>
  <#if po?has_content && !orders?seq_contains(po + "")><#assign orders += [po + ""]></#if>
</#list>
<#macro party role code id>
  <#local found = byQualifier(document.parties, "role", role)>
  <#local number = or(found.id, id)>
  <#if found?has_content || number?has_content>
  <LoopN1>
    <N1>
      <N101>${code}</N101>
      <N102>${plainText(found.name, 60)}</N102>
      <#if number?has_content>
      <N103><#if found.idType?has_content>${encode("id-types", "x12", found.idType)?replace("ST:", "")}<#else>92</#if></N103>
      <N104>${number}</N104>
      </#if>
    </N1>
    <#local streets = []>
    <#list found.street as street><#if street?index lt 4><#local streets += [plainText(street, 55)]></#if></#list>
    <#list streets?chunk(2) as pair>
    <N3><N301>${pair[0]}</N301><#if pair?size == 2><N302>${pair[1]}</N302></#if></N3>
    </#list>
    <N4>
      <N401>${plainText(found.city, 30)}</N401>
      <N402>${found.region}</N402>
      <N403>${found.postalCode}</N403>
      <N404>${found.country}</N404>
    </N4>
  </LoopN1>
  </#if>
</#macro>
<#macro ids line first>
  <#local pairs = []>
  <#if line.gtin?has_content><#local pairs += [[qualifiers[line.gtin?length?c]!"UK", line.gtin]]></#if>
  <#if line.isbn?has_content><#local pairs += [["IB", line.isbn]]></#if>
  <#if line.buyerItem?has_content><#local pairs += [["BP", line.buyerItem]]></#if>
  <#if line.vendorItem?has_content><#local pairs += [["VN", line.vendorItem]]></#if>
  <#local po = or(line.poNumber, document.poNumber)>
  <#if po?has_content><#local pairs += [["PO", po]]></#if>
  <#list pairs as pair>
    <#local at = (first + 2 * pair?index)?string("00"), next = (first + 2 * pair?index + 1)?string("00")>
    <IT1${at}>${pair[0]}</IT1${at}><IT1${next}>${pair[1]}</IT1${next}>
  </#list>
</#macro>
<#macro tax found>
  <TXI>
    <TXI01>${encode("tax-codes", "x12", found.code)}</TXI01>
    <TXI02>${decimal(found.amount)}</TXI02>
    <TXI03>${decimal(found.rate)}</TXI03>
    <#if found.jurisdiction?has_content>
    <TXI04>SP</TXI04>
    <TXI05>${found.jurisdiction}</TXI05>
    </#if>
    <#if found.rate?has_content><TXI08>${decimal(found.taxable)}</TXI08></#if>
    <TXI09>${found.registration}</TXI09>
  </TXI>
</#macro>
<#macro charge found>
  <LoopSAC>
    <SAC>
      <SAC01>${(found.kind == "ALLOWANCE")?then("A", "C")}</SAC01>
      <SAC02>${encode("charges", "x12", found.code)}</SAC02>
      <SAC05>${impliedDecimals(found.amount, 2)}</SAC05>
      <#-- 02: taken off the invoice; 06: charged to the customer. -->
      <SAC12>${(found.kind == "ALLOWANCE")?then("02", "06")}</SAC12>
      <SAC15>${plainText(or(found.description, found.code?replace("_", " ")), 80)}</SAC15>
    </SAC>
  </LoopSAC>
</#macro>
<TransactionSet>
  <BIG>
    <BIG01>${ccyymmdd(required(document.invoiceDate, "the date of the invoice"))}</BIG01>
    <BIG02>${document.invoiceNumber}</BIG02>
    <#if orders?size == 1>
    <BIG03>${ccyymmdd(document.orderDate)}</BIG03>
    <BIG04>${orders[0]}</BIG04>
    </#if>
    <BIG07>${encode("invoice-kinds", "x12", document.kind)}</BIG07>
  </BIG>
  <CUR>
    <CUR01>BT</CUR01>
    <CUR02>${required(document.currency, "the currency")}</CUR02>
  </CUR>
  <#if document.originalInvoice?has_content>
  <REF>
    <REF01>OI</REF01>
    <REF02>${document.originalInvoice}</REF02>
  </REF>
  </#if>
  <@party role="BILL_TO" code="BT" id=""/>
  <@party role="REMIT_TO" code="RI" id=or(document.vendorCode, "")/>
  <@party role="SHIP_TO" code="ST" id=""/>
  <@party role="SHIP_FROM" code="SF" id=""/>
  <#if document.terms?has_content>
  <ITD>
    <#-- 01: basic; 3: from the date of the invoice. -->
    <ITD01>01</ITD01>
    <ITD02>3</ITD02>
    <#-- A discount needs its days (syntax note L03040513); none at all is not said. -->
    <#if decimal(or(document.terms.discountPercent, "0")) gt 0>
    <ITD03>${decimal(document.terms.discountPercent)}</ITD03>
    <ITD05>${required(document.terms.discountDays, "the days within which the discount may be taken")}</ITD05>
    <#else>
    <ITD05>${document.terms.discountDays}</ITD05>
    </#if>
    <ITD06>${ccyymmdd(document.terms.dueDate)}</ITD06>
    <ITD07>${document.terms.netDays}</ITD07>
  </ITD>
  </#if>
  <#list document.lines as line>
  <LoopIT1>
    <IT1>
      <IT101>${or(line.poLineNo, line.lineNo)}</IT101>
      <IT102>${decimal(required(line.quantity.amount, "the invoiced quantity"))}</IT102>
      <IT103>${encode("units", "x12", line.quantity.unit)}</IT103>
      <IT104>${decimal(required(line.price.amount, "the price"))}</IT104>
      <#-- NT: net. -->
      <IT105>${or(line.price.basis, "NT")}</IT105>
      <@ids line=line first=6/>
    </IT1>
    <#list line.taxes as found><@tax found=found/></#list>
    <#if line.description?has_content>
    <LoopPID>
      <PID>
        <PID01>F</PID01>
        <PID05>${plainText(line.description, 80)}</PID05>
      </PID>
    </LoopPID>
    </#if>
    <#list line.charges as found><@charge found=found/></#list>
  </LoopIT1>
  </#list>
  <TDS>
    <TDS01>${impliedDecimals(required(document.total, "the total"), 2)}</TDS01>
  </TDS>
  <#list document.taxes as found><@tax found=found/></#list>
  <#list document.charges as found><@charge found=found/></#list>
  <CTT>
    <CTT01>${document.lines?size}</CTT01>
    <CTT02>${hash}</CTT02>
  </CTT>
</TransactionSet>
