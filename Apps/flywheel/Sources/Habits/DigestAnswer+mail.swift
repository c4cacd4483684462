import Crypto
import FlywheelStore
import Foundation
import Outbox

extension DigestAnswer {
    /// What a mail of it says: text and HTML of the same.
    var mail: MailText {
        MailText(subject: subject.visible, text: plainText, html: HabitPage(self).html)
    }

    /// The mail as a draft. Equal digests give equal bytes.
    var draft: MailMessage {
        let id = SHA256.hash(data: Data(key.utf8)).hexadecimal.prefix(16)
        return MailMessage(draft: mail, id: String(id), at: habit.asOf)
    }
}
