<#-- SPDX-License-Identifier: Apache-2.0 -->
{
<#if set.BEG>
}
