import FlywheelStore
import Testing

@Suite("Record numbers carry their letter")
struct RecordIDTests {
    @Test func textIsReadInEveryForm() {
        for text in ["X1042", "x1042", "1042"] { #expect(ExceptionID(text: text) == ExceptionID(1042)) }
        #expect(ExceptionID(1042).description == "X1042")
        #expect(ImportID(3).description == "I3" && RotationID(4).description == "R4")
    }

    @Test(arguments: ["", "X", "R12", "X0", "X-1", "X1 ", " X1", "X1.5", "XX1", "X99999999999999999999"])
    func otherTextIsNoNumber(text: String) { #expect(ExceptionID(text: text) == nil) }

    @Test func lowerNumbersComeFirst() {
        #expect([ImportID(10), ImportID(9)].sorted() == [ImportID(9), ImportID(10)])
    }
}
