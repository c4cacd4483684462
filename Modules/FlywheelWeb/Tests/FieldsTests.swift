import FlywheelWeb
import Testing

@Suite struct FieldsTests {
    @Test func aFormIsReadInItsOrder() {
        let fields = Fields(encoded: "tier=A&q=a+b%26c&tier=B&empty=&bare")
        #expect(fields["q"] == "a b&c")
        #expect(fields.all("tier") == ["A", "B"])
        #expect(fields["empty"]?.isEmpty == true)
        #expect(fields["bare"]?.isEmpty == true)
        #expect(fields.names == ["tier", "q", "empty", "bare"])
    }

    @Test func whatIsNotEncodedStandsForItself() {
        #expect(Fields(encoded: "a=100%&b=%zz&c=%C3%A9")["a"] == "100%")
        #expect(Fields(encoded: "b=%zz")["b"] == "%zz")
        #expect(Fields(encoded: "c=%C3%A9")["c"] == "é")
        #expect(Fields(encoded: "c=%FF")["c"] == "\u{FFFD}")
        #expect(Fields(encoded: "c=a%00b")["c"] == "a\u{FFFD}b", "nothing keeps a NUL")
    }
}
