extension TextDecoder {
    /// Decides how a file is encoded that has no byte order mark: as its sender declared, else in UTF-8 if all of
    /// `head` is, else in the region's encoding.
    ///
    /// A head of plain ASCII proves nothing, so the decoder it gives reads a later cell that is not UTF-8 by the
    /// region's encoding.
    ///
    /// - Parameters:
    ///   - head: the first bytes of the file, the more the surer, cut anywhere.
    ///   - isWhole: whether `head` is the whole file, so that a character cut at its end is an error.
    ///   - declared: what the sender said.
    ///   - regional: what the region's exports use when they are not UTF-8.
    package init(detectedFrom head: [UInt8], isWhole: Bool, declared: TextEncoding?, regional: TextEncoding) {
        if let declared {
            self.init(declared)
        } else {
            switch UTF8Evidence(head, isWhole: isWhole) {
            case .ascii: self.init(.utf8, otherwise: regional)
            case .utf8: self.init(.utf8)
            case .other: self.init(regional)
            }
        }
    }
}

/// What a run of bytes says for or against UTF-8.
private enum UTF8Evidence {
    case ascii, utf8, other

    init(_ head: [UInt8], isWhole: Bool) {
        do throws(UTF8.ValidationError) {
            self = try UTF8Span(validating: head.span).isKnownASCII ? .ascii : .utf8
        } catch {
            let isCutCharacter =
                !isWhole && error.kind == .truncatedScalar && error.byteOffsets.upperBound == head.count
            self = isCutCharacter ? .utf8 : .other
        }
    }
}
