import Cases
import FlywheelKit
import Testing

/// Cents of a euro.
func euros(_ cents: Int64) throws -> Money { Money(minorUnits: cents, try #require(Currency("EUR"))) }

/// Cents of a dollar.
func dollars(_ cents: Int64) throws -> Money { Money(minorUnits: cents, try #require(Currency("USD"))) }

/// A decision by somebody who may decide everything alone.
func decision(_ number: Int64, _ type: DecisionType, _ amount: Money?) throws -> Authority {
    let rights = DecisionRights(version: "test", DecisionType.allCases.map { .init("head", $0, upTo: nil) })
    let proposal = DecisionProposal(type, amount, by: Decider("hal", roles: ["head"]))
    return .desk(try rights.decide(proposal, number: number, rationale: "because"))
}
