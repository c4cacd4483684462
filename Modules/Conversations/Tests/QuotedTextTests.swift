import Testing

@testable import Conversations

@Suite struct QuotedTextTests {
    @Test(
        arguments: [
            "On Fri, 20 Nov 2026 at 10:00, Shop <help@shop.example> wrote:\n> old",
            "On Fri, 20 Nov 2026 at 10:00, Shop\n<help@shop.example> wrote:\n\n> old\n> older",
            "Am 20.11.2026 um 10:00 schrieb Laden <help@shop.example>:\n> alt",
            "Le ven. 20 nov. 2026 à 10:00, Boutique <help@shop.example> a écrit :\n> ancien",
            "El vie, 20 nov 2026 a las 10:00, Tienda (<help@shop.example>) escribió:\n> viejo",
            "Il giorno ven 20 nov 2026 alle ore 10:00 Negozio <help@shop.example> ha scritto:\n> vecchio",
            "2026年11月20日(金) 10:00 店 <help@shop.example>:\n> 古い",
            "-----Original Message-----\nFrom: Shop\nold", "----- Ursprüngliche Nachricht -----\nalt",
            "________________________________\nFrom: Shop <help@shop.example>\nSent: Friday\nTo: Jo\nSubject: x\n\nold",
            "Von: Laden <help@shop.example>\nGesendet: Freitag\nAn: Jo\nBetreff: x\n\nalt",
            "> old", "-- \nJo Doe\n+49 30 1234567", "Sent from my iPhone",
            "##- Please type your reply above this line -##\nold",
        ])
    func whatStandsBelowIsCut(below: String) {
        #expect(QuotedText.cut("It is still broken.\nPlease help.\n\n\(below)") == "It is still broken.\nPlease help.")
    }

    @Test(
        arguments: [
            "On Friday I wrote: it is broken.", "From: where does it ship? I need it on Monday.",
            "I paid 20.11.2026:\n- one\n- two", "Am Montag schrieb ich Ihnen bereits.", "a > b\nb < a",
            "--- the box says ---\nfragile",
        ])
    func whatTheWriterWroteStays(text: String) {
        #expect(QuotedText.cut(text) == text)
    }

    @Test func anAnswerBelowAQuotationStays() {
        let text = "On Fri, 20 Nov 2026 at 10:00, Shop <a@b.example> wrote:\n> Which colour?\n\nThe red one.\n"
        #expect(QuotedText.cut(text) == "The red one.")
    }

    @Test func aMarketplacesFrameIsTakenOff() {
        let text = """
            You have received a message.
            Order ID 302-1234567-7654321

            ------------- Begin message -------------

            Where is it?

            ------------- End message -------------

            For your information: …
            """
        #expect(QuotedText.cut(text) == "Where is it?")
    }

    @Test func whatIsBuiltToTakeLongDoesNot() {
        for piece in [
            "__________\n", "On 1\n", "> \n", "From: 1\n", "-- \n", "----- \n\n", "1 ", "0 ", "a@",
            "302-1234567-7654321 ",
        ] {
            let text = String(repeating: piece, count: 10_000)
            #expect(QuotedText.cut(text).utf8.count <= text.utf8.count)
            #expect(LinkFinder.links(in: text).count <= 1)
            _ = Redaction(Set(Redaction.Kind.allCases)).redact(text)
        }
    }

    @Test func aMessageOfNothingButQuotationsStaysWhole() {
        #expect(QuotedText.cut("> old\n> older") == "> old\n> older")
        #expect(QuotedText.cut("") == "")
    }
}
