public import ArgumentParser
public import FlywheelStore
import Outbox

/// One subscription, given to a command.
struct SubscriptionArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The subscription.", valueName: "id"),
        completion: Completions.completion(of: SubscriptionRecord.letter))
    var subscription: String

    /// Its id.
    func id() throws -> SubscriptionID { try Self.id(subscription) }

    static func id(_ text: String) throws -> SubscriptionID {
        SubscriptionID(try Session.number(text, letter: SubscriptionRecord.letter))
    }
}

extension SubscriptionRecord.Kind: ExpressibleByArgument {}

extension DeliveryRecord.State: ExpressibleByArgument {}
