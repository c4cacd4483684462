import FlywheelStore
import Testing

@Suite("Strings are erased however a text breaks them")
struct ErasedStringTests {
    private let redaction = Redaction(["Jane Roe", "Roe", "jane@example.com", "  ", "Zoë Ray"])

    @Test(arguments: [
        "good neighbour Jane\nRoe came", "Jane  Roe came", "Jane\tRoe came", "Jane\u{A0}Roe came",
        "JANE\r\n   roe came", "> neighbour Jane\n> Roe came",
        ">> neighbour Jane\r\n> > Roe came", "Jane \n\nRoe", "ask jane@example.com",
        #"{"text":"neighbour Jane\nRoe came"}"#, #"{"text":"Hello,\nJane Roe"}"#, "Zoë\nRay", "Zoe\u{308} Ray",
    ])
    func aStringIsFoundAcrossBlanks(text: String) throws {
        let redacted = try #require(redaction.redacted(text))
        #expect(redacted.ranges(of: Erasure.mark).count == 1, "\(redacted)")
        for word in ["jane", "roe", "ray"] { #expect(!redacted.lowercased().contains(word), "\(redacted)") }
    }

    @Test(arguments: ["Jane Roemer", "JaneRoe", "Jane > Doe", "Jane, Doe", "Zoë", "nothing of theirs", "", "Ray > Zoë"])
    func whatIsNotTheStringStays(text: String) {
        #expect(redaction.redacted(text) == nil)
    }

    @Test func theRestOfATextStaysAsItWas() {
        #expect(redaction.redacted("a  b\nJane\n> Roe\n> c") == "a  b\n\(Erasure.mark)\n> c")
        #expect(Redaction(["", " ", "\n"]).isEmpty)
    }
}
