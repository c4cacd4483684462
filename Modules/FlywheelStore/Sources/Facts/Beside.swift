import Dispatch

/// Does one thing on another thread while the caller does a second; both are over when it returns.
///
/// For what waits for the store while others compute. The error of the caller's own comes first.
package func beside<Side: Sendable, Own>(
    _ side: @escaping @Sendable () throws -> Side, _ own: () throws -> Own
) throws -> (Side, Own) {
    let answer = SideAnswer<Side>()
    let work = DispatchWorkItem(qos: .userInitiated) { answer.result = Result(catching: side) }
    DispatchQueue.global(qos: .userInitiated).async(execute: work)
    let result = Result(catching: own)
    work.wait()
    let value = try result.get()
    guard let answer = answer.result else { preconditionFailure("work ended without an answer") }
    return (try answer.get(), value)
}

/// Written by one thread before the other one, which waits for it, reads it.
private final class SideAnswer<Value: Sendable>: @unchecked Sendable {
    var result: Result<Value, any Error>?
}
