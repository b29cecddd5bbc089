/* SPDX-License-Identifier: BSD-2-Clause */
/* Which file lowers which word. */
#include "filter/link.h"

typedef skep_cid word_fn(struct skep_lower *l, const struct skep_ast *ast);

/* Neighbours in words.def that one function lowers. */
static const struct {
	u8 first, last; /* enum skep_word */
	word_fn *lower;
} words[] = {
    {SKEP_WORD_INBOUND, SKEP_WORD_OUTBOUND, skep_direction_word},
    {SKEP_WORD_IFINDEX, SKEP_WORD_IFINDEX, skep_direction_ifindex},
    {SKEP_WORD_VLAN, SKEP_WORD_VLAN, skep_encap_vlan},
    {SKEP_WORD_MPLS, SKEP_WORD_MPLS, skep_encap_mpls},
    {SKEP_WORD_PPPOED, SKEP_WORD_PPPOED, skep_encap_pppoed},
    {SKEP_WORD_PPPOES, SKEP_WORD_PPPOES, skep_encap_pppoes},
    {SKEP_WORD_GENEVE, SKEP_WORD_GENEVE, skep_encap_geneve},
    {SKEP_WORD_LLC, SKEP_WORD_LLC, skep_llc_word},
    {SKEP_WORD_PF_IFNAME, SKEP_WORD_PF_ACTION, skep_pf_word},
    {SKEP_WORD_WLAN_TYPE, SKEP_WORD_WLAN_DIR, skep_wlan_word},
    {SKEP_WORD_ATM_LANE, SKEP_WORD_ATM_METACONNECT, skep_atm_word},
    {SKEP_WORD_ATM_VPI, SKEP_WORD_ATM_VCI, skep_atm_field},
    {SKEP_WORD_SS7_FISU, SKEP_WORD_SS7_HMSU, skep_ss7_unit},
    {SKEP_WORD_SS7_SIO, SKEP_WORD_SS7_HSLS, skep_ss7_field},
};

skep_cid skep_lower_link_word(struct skep_lower *l, const struct skep_ast *ast)
{
	for (size_t i = 0; i < SKEP_COUNT(words); i++)
		if (ast->word >= words[i].first && ast->word <= words[i].last)
			return words[i].lower(l, ast);
	return SKEP_COND_FALSE;
}
