import FlywheelKit
import Foundation
import Testing

@Suite struct CodingTests {
    private static let remedy = Remedy("Order", effortHours: 0.5, isReversible: false)

    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test(
        arguments: [
            (.nothing, #"{"nothing":true}"#), (.unknown("no share"), #"{"unknown":"no share"}"#),
            (.dailyShare([0.5]), #"{"dailyShare":[0.5]}"#),
            (.dailyShare([0, 0.25, 1]), #"{"dailyShare":[0,0.25,1]}"#),
        ] as [(Exposure.Loss, String)])
    func aLossIsWrittenAsAPersonWouldAndComesBack(loss: Exposure.Loss, written: String) throws {
        #expect(try text(loss) == written)
        #expect(try value(Exposure.Loss.self, from: written) == loss)
    }

    @Test func aStatedSumComesBackWithItsSource() throws {
        let sum = Money(minorUnits: 1_250, try #require(Currency("USD")))
        let loss = Exposure.Loss.stated(sum, source: "refund 7")
        #expect(try text(loss) == #"{"stated":{"money":\#(text(sum)),"source":"refund 7"}}"#)
        #expect(try value(Exposure.Loss.self, from: text(loss)) == loss)
    }

    @Test func whatIsAtStakeComesBackWithItsSumsAndItsListing() throws {
        let sum = StatedSum(Money(minorUnits: 1_250, try #require(Currency("USD"))), source: "refund 7")
        for loss in [Exposure.Loss.atStake([sum, sum], listing: "HB-204"), .atStake([], listing: nil)] {
            #expect(try value(Exposure.Loss.self, from: text(loss)) == loss)
        }
        #expect(try text(Exposure.Loss.atStake([], listing: "A")) == #"{"atStake":{"listing":"A","sums":[]}}"#)
    }

    @Test(
        arguments: [
            (.act(remedy), #"{"act":{"effortHours":0.5,"isReversible":false,"title":"Order"}}"#),
            (.ask("why"), #"{"ask":"why"}"#), (.dismiss("seasonal"), #"{"dismiss":"seasonal"}"#),
        ] as [(Resolution.Action, String)])
    func anActionIsWrittenAsAPersonWouldAndComesBack(action: Resolution.Action, written: String) throws {
        #expect(try text(action) == written)
        #expect(try value(Resolution.Action.self, from: written) == action)
    }

    @Test func anExposureComesBackWithAllItSays() throws {
        let exposure = Exposure(
            .dailyShare([0.1, 1]), scope: .product, probability: 0.8, begins: Instant(seconds: 1_795_190_700),
            deadline: Instant(seconds: 1_795_000_000), fixTakesDays: 1.5, cures: ["hidden"])
        #expect(try value(Exposure.self, from: text(exposure)) == exposure)
        #expect(try text(exposure).contains(#""begins":"2026-11-20T16:05:00Z""#))
        #expect(try value(Exposure.self, from: text(Exposure.none)) == .none)
    }

    @Test(arguments: ["{}", #"{"dailyshare":[0.5]}"#, #"{"act":"why"}"#])
    func whatNamesNoChoiceIsAnError(written: String) {
        #expect(throws: DecodingError.self) { try value(Exposure.Loss.self, from: written) }
        #expect(throws: DecodingError.self) { try value(Resolution.Action.self, from: written) }
    }
}
