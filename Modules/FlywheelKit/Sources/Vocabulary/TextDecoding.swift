/// Reads a value whose stored form is its text; `expecting` says in the error what such a text looks like.
func decodeText<Value: LosslessStringConvertible>(from decoder: any Decoder, expecting: String) throws -> Value {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Value(text) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "\"\(text)\" is not \(expecting)")
    }
    return value
}
