extension SensitivePhrases {
    static let italian: [PhraseList<SensitiveTopic>] = [
        PhraseList(
            .policy, "it",
            """
            politica, politiche, norma, norme, normativa, regola, regole, regolament*, condizioni, termini di
            consentit*, permess*, è permesso, vietat*, proibit*, restrizion*, limitazion*, eccezion*, violat*
            violazion*, violare, infra*, ricorso*, ricorr*, appell*, contest*, sospes*, sospens*, disattiv*, riattiv*
            bloccat*, blocco, bloccare, riabilit*, ripristin*, piano d'azione, posso vendere, si può vendere
            ho diritto, diritto di, diritto a, autorizz*, bannat*, chiuso il mio account, ammess*, negozio _ chius*
            chius*, limite di, requisit*, sanzion*, avvertiment*, chiudere un occhio, si possono vendere
            posso mettere in vendita
            """
        ),
        PhraseList(
            .money, "it",
            """
            rimbors*, soldi, denaro, pagament*, pagat*, pagare, pago, paga, pagano, addebit*, accredit*, bonific*
            storn*, fattur*, commission*, costo, costi, mi costa, tariff*, prezz*, scont*, ribass*, risarc*
            indennizz*, compens*, iva, tasse, tassa, imposta, imposte, dogan*, dazi*, buono regalo, coupon, saldo
            deposit*, banca, carta di, mia carta, credit*, debit*, dovete, mi deve, euro, truff*, frode*, frod*
            rubat*, furto, garanzi*, reclam*, disput*, contestazion*, trattenut*, trattiene, guadagn*, perdit*, gratis
            multa*, contante, contanti, quanto costa, versament*, spendere, speso, spesa, spese, restitui*
            troppo caro, sta male, valore, gratuit*, mancia, somma, importo, cifra
            """
        ),
        PhraseList(
            .safety, "it",
            """
            fuoco, incend*, bruci*, fumo, fiamm*, esplos*, esplod*, scintill*, surriscald*, troppo caldo, rovente
            fuso, la scossa, scossa*, folgor*, corto circuito, cortocircuito, gonfi*, perdita di acido, ferit*, ferir*
            sangu*, tagliato, tagliata, taglio profondo, cicatric*, ospedal*, pronto soccorso, medico, medici, dottor*
            ambulanz*, svenut*, vomit*, nausea*, malat*, intossic*, avvelen*, tossic*, velen*, allerg*, irritazion*
            prurit*, eruzion*, ingoi*, ingeri*, soffoc*, strozz*, pezzi piccoli, pezzo piccolo, pila a bottone
            tagliente, scheggi*, vetro*, muffa, contamin*, pericol*, sicurezza, è sicuro, sicuro per, richiamo del
            richiamat*, morto, morta, morti, morte, mortal*, morire, uccid*, suicid*, farmi del sto male, farla finita
            minacc*, aggred*, aggress*, violent*, violenza, arma, armi, bomba*, molest*, insult*, razzis*, abus*
            neonat*, bambino piccolo, incinta, gravidanza, allatt*, dose, dosi, effetti collaterali, medicinal*
            farmac*, incident*, so dove, dolor*, salute, caduto, caduta, respir*, male, malissimo, gola, gonfio
            giramenti, l'ago, aghi, pastiglia*, pastiglie, frattura*, rotto il braccio, non ce la faccio più
            bruciatur*, occhi
            """
        ),
        PhraseList(
            .legal, "it",
            """
            avvocat*, legal*, illegal*, giuridic*, legge, leggi, tribunal*, giudic*, giustizia, causa legale, in causa
            far causa, fare causa, faccio causa, denunci*, querel*, carabinier*, polizia, guardia di finanza, procura
            autorità, consumator*, altroconsumo, codacons, mediazion*, arbitrat*, contratt*, responsab*, danni
            pubblicità ingannevole, ingann*, marchio*, diritto d'autore, diritti d'autore, copyright, brevett*
            contraff*, falso, falsa, falsi, falsific*, imitazion*, copia, non originale, non è originale, autentic*
            gdpr, dati personali, miei dati, privacy, garante, cancellate i miei, oblio, stampa, giornal*, diffid*
            reat*, crimin*, discrimin*, furto d'identità, licenza, senza permesso, senza autorizzazione
            senza consenso, minorenn*, mie foto, nostre foto, sapete di me, copiato, copiano, miei diritti, davanti al
            """
        ),
    ]
}
