extension SensitivePhrases {
    static let english: [PhraseList<SensitiveTopic>] = [
        PhraseList(
            .policy, "en",
            """
            policy, policies, polices, guideline*, terms of, your terms, terms and conditions, term of service
            your rules, the rules, which rule*, what rule*, rule _ break, rule _ broke, break _ rule*, broke _ rule*
            breaking _ rule*, against _ rule*, exception for me, an exception, exceptions, make exception
            bend the rule*, waive*, goodwill, as a courtesy, allowed, not permitted, is permitted, permitted to
            permission to sell, prohibited, forbidden, forbid*, banned, ban on, restricted, restriction*, gated
            ungat*, eligible, eligibility, approval to sell, violat*, infraction*, complian*, appeal, appeals
            appealed, appealing, suspend*, suspension, deactivat*, reinstat*, blocked my account, account blocked
            account _ blocked, account _ closed, account _ locked, closed my account, account _ banned, shut down my
            plan of action, removal of my, took down my, taken down, took my listing*, delisted, enforcement
            warning on my account, policy warning, entitled to, my right to, have the right, am i covered
            is this covered, does this count, what counts as, still within, may i list, may i sell, can i list
            can i sell, can we sell, could i sell, are we able to sell, strike, strikes, over the limit, let it slide
            turn a blind eye, look the other way, storefront, my store _ gone, my shop _ gone, account _ gone
            account health, vanished, defect rate, see my shop, see my store, lift the, unblock*, second chance
            loophole*, requirement*
            """
        ),
        PhraseList(
            .money, "en",
            """
            refund*, reimburs*, money, moneys, cash, chargeback*, charge back, charged back, charge, charges, charged
            overcharg*, surcharge*, compensat*, credit me, credited, store credit, credit note, credit card, my card
            debit*, voucher*, coupon*, discount*, price*, pricing, cost me, costs me, cost of, how much is
            how much does, how much do, how much money, how much will, fee, fees, commission*, payout*, pay out
            disburs*, payment*, paid, pay, pays, paying, payed, prepaid, unpaid, repay*, pay back, paid back, payback
            pay me, paypal, klarna, bank, iban, invoice*, billing, billed, bill, bills, my bill, tax, taxes, vat, gst
            customs duty, import duty, duties, tariff*, out of pocket, make me whole, make it right, make this right
            made whole, owe, owes, owed, owing, debt*, settle*, deposit*, withdraw*, balance, reserve hold, held funds
            fund, funds, funding, hold my, holding my, withheld, withhold*, a partial, gesture, freebie
            free of charge, for free, price match, price adjust*, rebate*, cashback, penalt*, a fine, fined, loss of
            my losses, lost sales, lost profit*, revenue, earnings, my sales money, proceeds, transfer*, wire transfer
            dollar*, bucks, euro, euros, pound sterling, pounds back, usd, eur, gbp, cents, auto renew*, renewal
            double charged, billed twice, charged twice, scam*, scammed, fraud*, ripped off, rip off, stole my
            stolen card, swindl*, unauthorized, unauthorised, unauthorized purchase, hacked, dispute*, claim*
            guarantee claim, a to z, warrant*, spent, spend, quid, percent off, off my next, off the order
            transaction*, purchase protection, money order, ransom, bribe*, tip, tips, salary, wages, interest rate
            loan, loans, instalment*, installment*, per cent, profit*, value of, worth, lost a lot, expens*
            """
        ),
        PhraseList(
            .safety, "en",
            """
            fire, fires, on fire, caught fire, burn*, burnt, smoke*, smoking, flames, in flames, explod*, explos*
            blew up, overheat*, melted, melting, very hot, too hot, sparks, sparking, electric shock, electrocut*
            got a shock, a shock from, shocked me, short circuit, swell*, swollen, swoll*, leaking battery
            battery leak*, battery acid, injur*, hurt, hurts, hurting, wound*, bleed*, blood, bloodied, cut my
            cut myself, cut her, cut his, scar, scars, stitches, bruise*, broke my arm, fractur*, hospital*
            emergency room, the er, ambulance*, doctor*, paramedic*, unconscious, fainted, passed out, vomit*, nausea*
            threw up, throwing up, got sick, made me sick, made us sick, sick after, ill after, poison*, toxic*
            allerg*, anaphyla*, rash, rashes, hives, itch*, blister*, skin reaction, reaction to, swallow*, chok*
            suffocat*, strangl*, drown*, button cell, small parts, loose part*, sharp, splinter*, shard*, glass in
            metal in, plastic in, mold in, mould in, mouldy, moldy, maggot*, insect*, contaminat*, hazard*, danger*
            unsafe, safe to, safe for, is it safe, safety, recall*, lethal, fatal*, deadly, death, almost died
            nearly died, have died, he died, she died, dying, will die, to die, could die, can die, might die, kill
            kills, killed, killing, killer, suicid*, self harm, end my life, end it all, hurt myself, harm myself
            not worth living, harm*, threat*, attack*, assault*, violen*, weapon*, gun, guns, knife attack, bomb*
            stalk*, harass*, abus*, racist*, sexual*, come to your, coming over, coming for you, know where you
            know where your, find out where you, where you live, watch your back, you will regret, regret this
            for a baby, my baby, our baby, a newborn, infant*, toddler*, pregnan*, breastfeed*, overdos*, dosage
            side effect*, medicat*, medicine*, gas leak, carbon monoxide, radiation, crash*, accident*, break in
            broke into, collapsed, needle*, snapped, my hip, his hip, her hip, my leg, broken bone*, broke her
            broke his, broke my, i fell, he fell, she fell, fell on, current running, tingl*, tablet he, pills, pill
            breath*, go on like this, nothing matters, hopeless, worthless, self destruct*, mates, beat you, beat me
            fist, scorch*, singe*, charred, stung, sore, pain, painful, hot to touch, vision, eyes are, eyes hurt
            in my eye, faint, dizzy, headache*, migraine*, seizure*, unwell, ill since, sick since, nauseous, rust in
            """
        ),
        PhraseList(
            .legal, "en",
            """
            lawyer*, attorney*, solicitor*, barrister*, counsel, law firm, legal*, illegal*, unlawful*, lawful*
            the law, by law, law requires, against the law, laws, lawsuit*, sue, suing, sued, sues, court*, in court
            to court, small claims, judge, judgement, judgment, tribunal*, litigat*, arbitrat*, mediator, ombuds*
            prosecut*, subpoena*, warrant for, injunction*, police*, detective*, sheriff, fbi, authorities, regulator*
            attorney general, consumer protect*, consumer rights, consumer right, trading standards
            better business bureau, report you to the, ftc, cpsc, fda, reported you, report you, report this to
            statutory, breach*, contract*, liab*, damages, negligen*, misrepresent*, false advert*, mislead*, defam*
            slander*, libel*, cease and desist, take down notice, takedown, dmca, copyright*, trademark*, trade mark*
            patent*, infring*, intellectual property, counterfeit*, fake*, knock off, knockoff*, replica*, bootleg*
            not genuine, not authentic, not original, inauthentic, authenticity, gdpr, ccpa, data protection
            data request, personal data, delete _ personal, sold my personal, my data, store about me, hold about me
            keep about me, know about me, data you, privacy*, data breach, leaked my, identity theft, stolen identity
            right to be forgotten, erase my, delete my account, delete all my, the press, journalist*, newspaper*
            go public, media will, affidavit, notar*, summons, served with, bankrupt*, insolven*, money launder*
            sanction*, crime*, criminal*, theft, stolen, underage, minor bought, age check, discriminat*, license*
            licence*, unlicensed, copied our, copied my, stole our, stole my design, our artwork, my artwork
            our photos, my photos, our pictures, without permission, without asking, without consent, permission
            consent*, proof of purchase forged, passport, a minor, years old and bought, undertaking, inform the
            report to the, ethics, whistle*, my rights, our rights, legitimate
            """
        ),
    ]
}
