extension SensitivePhrases {
    static let german: [PhraseList<SensitiveTopic>] = [
        PhraseList(
            .policy, "de",
            """
            *richtlinie*, *regelwerk*, regel, regeln, regelung*, regelverstoß*, *nutzungsbedingung*
            *geschäftsbedingung*, agb, ausnahme*, kulanz*, erlaubt*, gestattet, zulässig*, *genehmig*, freischalt*
            verboten*, untersagt*, *beschränk*, eingeschränkt*, verstoß*, verstoße, verstoßen, zuwiderhandl*
            widerspruch*, widerspreche*, einspruch*, beschwerde*, *sperrung*, gesperrt*, sperren, *suspendier*
            deaktivier*, wiederherstell*, freigeb*, maßnahmenplan, darf ich, darf man, dürfen wir, dürfen händler
            berechtigt*, anspruch*, steht mir zu, mein recht, konto _ geschlossen, konto _ gesperrt, zugelassen
            zulassung*, auge zu*, konto _ weg, verkäuferkonto _ weg, shop _ geschlossen, shop _ weg, darf _ verkaufen
            dürfen _ verkaufen, darf _ anbieten, kann ich _ verkaufen, auflage*, vorschrift*, voraussetzung*, verwarn*
            sonderfall
            """
        ),
        PhraseList(
            .money, "de",
            """
            erstatt*, *rückerstatt*, zurückerstatt*, *kostenerstatt*, *geld*, *zahlung*, zahlen, zahle, zahlt, gezahlt
            bezahl*, *bezahlt*, *überweis*, *überwies*, *gutschr*, abgebucht, abbuch*, *buchung*, rückbuch*
            *lastschrift*, *gebühr*, provision*, *kosten*, kostet, *preis*, rabatt*, nachlass*, skonto, preisnachlass
            *schadenersatz*, *schadensersatz*, entschädig*, *ausgleich*, *rechnung*, *steuer*, mwst, ust, zoll*
            *guthaben*, *gutschein*, kaution*, kredit*, *mahnung*, inkasso*, schulden, schulde*, schuldet, *betrag*
            beträge, berechnet, zu viel bezahlt, *porto*, wiedergutmach*, betrug*, betrüg*, abzock*, verlust*, umsatz*
            gewinn*, einbehalt*, euro, cent, konto _ belastet, belastet, bank, iban, paypal, klarna, garantie*
            gewährleist*, streitfall, reklam*, käuferschutz, verkäuferschutz, kohle zurück, zurück haben
            kommt mir entgegen, entgegenkomm*, cents, spesen, auslagen, ersetz* mir, verdien*, umsonst, gratis
            kostenlos, teuer, teurer, wert, ratenzahlung*, zinsen, differenz*, erlös*, trinkgeld
            """
        ),
        PhraseList(
            .safety, "de",
            """
            feuer*, im brand, in brand, brannt*, brennt, gebrannt, verbrannt*, verbrenn*, *brandgefahr*, rauch*
            qualm*, flamme, flammen, entflamm*, *explod*, explosion*, geplatzt, überhitz*, heiß, zu heiß, glüht*
            schmort*, geschmolzen, funken, *stromschlag*, *stromschläge*, schlag bekommen, kurzschluss, aufgebläht*
            bläht, *auslauf*, ausgelaufen, verletz*, *wunde*, blut*, geschnitten, schnittwunde, narbe*, *krankenhaus*
            notaufnahme, notarzt, rettungswagen, arzt, ärzt*, klinik*, bewusstlos*, ohnmächtig, erbrochen, erbrech*
            übelkeit, übel geworden, krank geworden, vergift*, *giftig*, giftstoff*, allerg*, *ausschlag*, juckreiz
            juckt, quaddeln, *hautreaktion*, verschluck*, erstick*, *kleinteil*, knopfzelle*, scharfkantig*, splitter*
            *splitter*, scherbe*, schimmel*, verunreinig*, *gefahr*, gefähr*, unsicher*, *sicherheit*, sicher für
            unbedenklich*, bedenklich*, *rückruf*, tot, tod, tödlich*, gestorben, sterben, umbringen, *selbstmord*
            suizid*, antun, *drohung*, *bedroh*, droht, drohen, droh*, *gewalt*, angegriffen, angriff, waffe*, bombe*
            belästig*, beleidig*, rassist*, *säugling*, baby, babys, kleinkind*, schwanger*, stillzeit, dosier*
            nebenwirkung*, medikament*, unfall*, weiß wo, komme vorbei, leben nehmen, gesundheit*, schmerz*, schwoll*
            geschwollen, zugeschwollen, gestürzt, sturz, gefallen und, arm gebrochen, bein gebrochen, knochen*
            unter mir, keine luft, atem*, atmen, schwindel*, kopfschmerz*, ohnmacht, angst, tablette*, pillen
            nicht mehr leben, keinen sinn mehr, kribbel*, angesengt, versengt, verkohlt, nadel*, augen brennen
            """
        ),
        PhraseList(
            .legal, "de",
            """
            *anwalt*, *anwält*, *jurist*, *gericht*, klage, klagen, verklag*, *klage*, *rechtlich*, rechtsschutz*
            *rechtsweg*, *gesetz*, paragraf*, bgb, strafanzeige*, anzeige erstatt*, erstatte anzeige, anzeige gegen
            zeige sie an, polizei*, staatsanwalt*, behörde*, *verbraucherzentrale*, verbraucherschutz*
            verbraucherrecht*, schlichtung*, schiedsstelle, ombuds*, *haftung*, haftbar, haften, vertragsbruch
            *vertrag*, *widerruf*, abmahn*, mahnen, unterlassung*, marke, marken, unsere marke, ihre marke, marke von
            markenrecht*, markenverletzung*, markenschutz, *wortmarke*, urheberrecht*, patent*, plagiat*, fälschung*
            gefälscht*, *fälsch*, *imitat*, kein original, nicht original, echtheit, nachgemacht*, *dsgvo*
            datenschutz*, *personenbezogen*, meine daten, meiner daten, gespeicherten daten, datenauskunft
            auskunft über, daten löschen, löschen _ daten, löschung, vergessenwerden, identitätsdiebstahl, presse
            zeitung*, öffentlich mach*, einstweilig*, vorladung*, *straf*, kriminell*, gestohlen*, diebstahl
            diskriminier*, *insolven*, jugendschutz, lizenz*, urheber*, mein foto, meine fotos, unsere fotos
            unsere bilder, gehört mir, ohne erlaubnis, ohne zustimmung, ohne zu fragen, über mich, minderjährig*
            jahre alt und, justiz*, juristisch*, prüfen lassen, meine rechte, gutachter*, zoll beschlag*
            """
        ),
    ]
}
