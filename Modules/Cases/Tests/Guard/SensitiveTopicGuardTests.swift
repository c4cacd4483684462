import Testing

@testable import Cases

@Suite struct SensitiveTopicGuardTests {
    private static let guardian = SensitiveTopicGuard.standard

    private func topics(_ text: String) -> Set<SensitiveTopic> { Set(Self.guardian.mentions(in: text).map(\.topic)) }

    @Test(
        arguments: [
            ("Please refund my order", SensitiveTopic.money), ("Mein Anwalt schreibt Ihnen", .legal),
            ("Mi hijo se tragó un tornillo", .safety), ("Quelle règle s'applique ?", .policy),
            ("Voglio i soldi", .money), ("弁護士に相談", .legal),
        ])
    func eachTopicIsFoundInEachLanguage(text: String, topic: SensitiveTopic) {
        #expect(topics(text).contains(topic))
    }

    @Test(
        arguments: [
            "REFUND", "refnud", "refud", "refunnd", "r e f u n d", "r.e.f.u.n.d", "ref-und", "r3fund", "réfünd",
            "ｒｅｆｕｎｄ", "𝐫𝐞𝐟𝐮𝐧𝐝",
            "ⓡⓔⓕⓤⓝⓓ", "rеfund", "re\u{200B}fund", "ref\u{AD}und", "rеfu\u{301}nd", "REFUNDS!!!", "(refunded)",
            "re_fund",
        ])
    func aDisguiseDoesNotHideAWord(disguise: String) {
        #expect(topics("please \(disguise) this") == [.money], "\(disguise)")
    }

    @Test(arguments: ["ﾍﾝｷﾝ", "ヘンキン", "へんきん", "返 金", "返・金"]) func kanaOfAnyWidthAreTheSame(word: String) {
        #expect(topics("\(word)してください") == [.money])
    }

    @Test func theReasonIsTheWordsAsTheyStandThere() {
        let mentions = Self.guardian.mentions(in: "Hi, I will Take  you both TO Court over r3funds.")
        #expect(
            mentions == [
                SensitiveMention(.legal, words: "TO Court", phrase: "to court"),
                SensitiveMention(.money, words: "r3funds", phrase: "refund*"),
            ])
    }

    @Test(
        arguments: [
            "Where is my parcel?", "Please change the address.", "The new charger arrived, thanks!",
            "Wo bleibt mein Paket?",
            "¿Dónde está mi paquete?", "Où est mon colis ?", "Dov'è il mio pacco?", "荷物はいつ届きますか。", "", "...", "42", "🙂",
        ])
    func whatIsHarmlessIsLeftAlone(text: String) {
        #expect(Self.guardian.mentions(in: text) == [])
    }

    @Test(
        arguments: [
            "¿Me envían la factura, por favor?", "Datos de facturación", "Pouvez-vous m'envoyer la facture ?",
            "Adresse de facturation", "L'article est facturé deux fois", "Potete inviarmi la fattura?",
            "Dati di fatturazione",
        ])
    func anInvoiceIsNoInjury(text: String) {
        #expect(!topics(text).contains(.safety))
    }

    @Test(arguments: ["Fracture du bras", "Frattura al braccio", "Frcture of the arm"])
    func anInjuryIsFoundAsBefore(text: String) {
        #expect(topics(text).contains(.safety))
    }

    @Test func aDeskAddsPhrasesOfItsOwn() {
        let own = SensitiveTopicGuard(adding: [.policy: ["blue _ programme", "vip*"]])
        #expect(own.mentions(in: "about the Blue Sky partner programme").map(\.words) == ["Blue Sky partner programme"])
        #expect(own.mentions(in: "VIPs first").map(\.topic) == [.policy])
        #expect(Self.guardian.mentions(in: "VIPs first") == [])
        #expect(own.mentions(in: "a refund").map(\.topic) == [.money])
    }
}
