extension SensitivePhrases {
    static let french: [PhraseList<SensitiveTopic>] = [
        PhraseList(
            .policy, "fr",
            """
            politique*, règle, règles, règlement*, réglementa*, conditions générales, conditions d'utilisation
            vos conditions, cgv, cgu, autoris*, permis de, est permis, permet de vendre, interdi*, prohib*, restreint*
            restriction*, exception*, dérogation*, enfrein*, infraction*, violation*, viole*, conteste*, contest*
            appel de, faire appel, je fais appel, recours, suspen*, désactiv*, réactiv*, bloqu*, réintégr*, rétabli*
            plan d'action, ai-je le droit, le droit de, mon droit, droit à, geste commercial, puis-je vendre
            peut-on vendre, éligible*, bannis*, banni, fermé mon compte, peut-on proposer, peut-on mettre en vente
            boutique _ fermé*, admis, admise, limite de, exigence*, avertissement*, sanction*, fermer les yeux
            exceptionnel*, conditions pour
            """
        ),
        PhraseList(
            .money, "fr",
            """
            rembours*, argent, mes sous, fric, paie*, paye*, payer, payé*, paiement*, payement*, versement*, versé*
            virement*, débit*, prélev*, factur*, refactur*, rétrofactur*, impayé*, frais, commission*, coût*, coûte*
            prix, tarif*, remise*, réduction*, rabais, ristourne*, promo, dédommag*, indemni*, compens*, préjudice
            tva, taxe*, douane*, impôt*, un avoir, bon d'achat, solde, dépôt de garantie, banque*, carte bancaire
            carte bleue, ma carte, crédit*, dette*, doit de l', me devez, me doit, euro, euros, arnaqu*, escroc*
            fraud*, vol, volé, volée, garantie*, litige*, réclam*, caution*, retenu*, gratuit*, amende*, perte*, gagné
            manque à gagner, combien ça, combien coûte, recette*, chiffre d'affaires, gagn*, dépens*, valeur
            trop cher, trop chère, gratuitement, bénéfice*, pourboire, la somme, montant*
            """
        ),
        PhraseList(
            .safety, "fr",
            """
            feu, incend*, brûl*, fumée*, fume, flammes, en flamme, explos*, étincelle*, surchauff*, très chaud
            trop chaud, fondu, décharge*, électrocut*, court-circuit, gonfl*, fuit, fuite de, bless*, saign*, du sang
            en sang, coupé*, coupure*, cicatrice*, hôpital*, hopita*, urgences, médecin*, docteur*, ambulance*
            évanoui*, vomi*, nausée*, malade*, intoxi*, empoison*, toxique*, allerg*, irritation*, démange*
            plaques rouges, boutons sur, avalé*, avaler, étouff*, étrangl*, petite pièce, petites pièces, pile bouton
            tranchant*, éclat*, verre dans, morceaux de verre, moisi*, contamin*, danger*, sécurité, sans risque
            risque*, rappel produit, rappelé, mort, morts, morte, mortel*, mourir, décéd*, tuer, tue, suicid*
            me faire du mal, en finir, menac*, menace*, agress*, violen*, arme, armes, bombe*, harcel*, harcèl*
            insult*, racis*, bébé*, nourrisson*, enceinte*, grossesse, dose, effets secondaires, effet secondaire
            médicament*, accident*, sais où, douleur*, santé, je suis tomb*, il est tomb*, chute, cassé le bras
            fractur*, respir*, gorge, vertige*, aiguille*, comprimé*, mal de tête, mal au, plus envie de vivre, roussi
            brûlure*, yeux
            """
        ),
        PhraseList(
            .legal, "fr",
            """
            avocat*, juriste*, juridique*, juridi*, légal*, illégal*, loi, lois, tribunal*, tribunaux, juge*, justice
            procès, plainte*, poursui*, attaquer en, mise en demeure, huissier*, police*, gendarm*, procureur*
            autorité*, répression des, dgccrf, ufc, consommateur*, association de consom*, médiat*, arbitrage
            contrat*, responsab*, publicité mensong*, mensong*, tromp*, marque déposée, notre marque, droit d'auteur
            droits d'auteur, copyright, brevet*, contrefa*, faux, fausse, imitation*, copie, pas authentique
            pas original, authentic*, rgpd, cnil, données personnelles, mes données, données à caractère, vie privée
            confidentialité, usurp*, supprimez mes, effacez mes, droit à l'oubli, presse, journal*, délit*, crime*
            criminel*, discrimin*, volé, licence*, sans autorisation, sans permission, sans mon accord, mineur*
            mes photos, nos photos, savez de moi, savoir sur moi, copié, copié*, mes droits, saisis le
            """
        ),
    ]
}
