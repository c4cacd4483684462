import Foundation
import Testing

@testable import flywheel

@Suite struct OutputTests {
    @Test func jsonKeepsItsOrderAndEscapes() {
        let json: JSON = [
            "z": 1, "a": [true, nil, "q\"\\\n\u{1B}\u{202E}東"], "m": ["amount": "5.00"], "n": .number(0.64),
            "w": .number(3), "x": .number(.infinity),
        ]
        #expect(
            json.line
                == #"{"z":1,"a":[true,null,"q\"\\\n\u001b\u202e東"],"m":{"amount":"5.00"},"n":0.64,"w":3,"x":null}"#)
    }

    @Test func jsonIsReadBackAsItWas() throws {
        let text = "tab\t quote\" back\\ \u{0} \u{E0041} 👩‍👧 \u{2028}"
        let object = try JSONSerialization.jsonObject(with: Data(JSON.array([.text(text)]).line.utf8)) as? [String]
        #expect(object == [text])
    }

    private let rows: [JSON] = [
        [
            "id": "X1", "atRisk": ["amount": .decimal("-5.00"), "currency": "USD"], "what": "=1+1",
            "blocks": ["X2", "X3"],
            "owner": nil,
        ],
        [
            "id": "X2", "atRisk": ["amount": nil, "currency": "USD"], "what": "a,\"b\"\r\nc\td", "blocks": [],
            "owner": "-mia",
        ],
    ]
    private let columns = ["id", "atRisk.amount", "what", "blocks", "owner"]

    @Test func csvGuardsFormulasAndQuotesWhatNeedsIt() {
        #expect(
            Records.csv(rows, columns: columns)
                == "id,atRisk.amount,what,blocks,owner\r\nX1,-5.00,'=1+1,X2 X3,\r\nX2,,\"a,\"\"b\"\"\r\nc\td\",,'-mia\r\n"
        )
    }

    @Test func csvOnAScreenCannotDriveIt() {
        let hostile: [JSON] = [["id": "a\u{1B}[2J\r\n\u{202E}b"]]
        #expect(
            Records.csv(hostile, columns: ["id"], isVisible: true) == "id\r\na\\u{1B}[2J\\u{D}\\u{A}\\u{202E}b\r\n")
        #expect(Records.csv(hostile, columns: ["id"]) == "id\r\n\"a\u{1B}[2J\r\n\u{202E}b\"\r\n")
    }

    @Test func anEmptyCsvHasItsHeader() {
        #expect(Records.csv([], columns: columns) == "id,atRisk.amount,what,blocks,owner\r\n")
    }

    @Test func pipesGetOneLineARowWhateverTheTextsHold() {
        #expect(
            Records.tabbed(rows, columns: columns)
                == "X1\t-5.00\t=1+1\tX2 X3\t\nX2\t\ta,\"b\"\\u{D}\\u{A}c\\u{9}d\t\t-mia\n")
    }
}
