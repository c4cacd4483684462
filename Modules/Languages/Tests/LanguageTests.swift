import Testing

@testable import Languages

@Suite struct LanguageTests {
    @Test(
        arguments: [
            ("en", "Where is my parcel? It should have been here on Tuesday, and the tracking page shows nothing."),
            ("de", "Wo bleibt mein Paket? Es sollte am Dienstag kommen, und die Sendungsnummer zeigt gar nichts an."),
            ("es", "¿Dónde está mi paquete? Tenía que llegar el martes y el seguimiento no dice nada."),
            ("fr", "Où est mon colis ? Il devait arriver mardi et le suivi n'indique rien du tout."),
            ("it", "Dov'è il mio pacco? Doveva arrivare martedì e il tracciamento non dice nulla."),
            ("ja", "荷物はいつ届きますか。火曜日に届くはずでした。"),
            ("nl", "Waar blijft mijn pakket? Het had dinsdag moeten komen en er is niets te zien."),
        ])
    func aSentenceIsEnough(code: String, text: String) {
        #expect(Language(of: text) == .known(code))
    }

    @Test(arguments: ["", " ", "42", "OK", "🙂🙂", "B0ABCD1234 302-1234567"]) func tooLittleIsUnknown(text: String) {
        #expect(Language(of: text) == .unknown)
    }

    /// Bytes behind a null are part of a text like any others.
    @Test func textOfAnyLengthIsRead() {
        let long = String(repeating: "Wo bleibt mein Paket? Es sollte am Dienstag kommen. ", count: 2_000)
        #expect(Language(of: long) == .known("de"))
        #expect(Language(of: "\0" + long.prefix(200)) != .known("en"))
    }
}
