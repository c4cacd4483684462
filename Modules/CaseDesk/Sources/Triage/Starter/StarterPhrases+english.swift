extension StarterPhrases {
    static let english: KeyValuePairs = [
        "where-is-my-order": """
        Where is my parcel?
        My order has not arrived yet.
        When will my delivery get here?
        The tracking has not moved for days.
        Has my order been shipped?
        I am still waiting for my package.
        Can you tell me the delivery date of my order?
        The courier is late with my shipment.
        """,
        "not-received": """
        Tracking says delivered but I got nothing.
        The parcel is marked as delivered and is not here.
        It was supposedly left at my door, and there was nothing.
        My neighbours have no package for me either.
        The driver says he handed it over, I never saw it.
        Somebody signed for my parcel, it was not me.
        Delivered according to you, missing according to me.
        No parcel in the mailbox although it shows delivered.
        """,
        "change-address": """
        Please change the delivery address.
        I entered the wrong street, can you correct it?
        Ship it to my office instead of my home.
        I have moved, send it to the new address.
        The postcode on my order is wrong.
        Can the parcel go to another address?
        I forgot the apartment number in the address.
        Update the shipping address before it goes out.
        """,
        "cancel-order": """
        I want to cancel my order.
        Please stop the order, I no longer need it.
        I ordered by mistake, cancel it.
        Can I still cancel before it ships?
        Ordered twice, please cancel one of them.
        Cancel the purchase from this morning.
        Do not send it, I changed my mind.
        How do I cancel an order?
        """,
        "return-item": """
        I want to return this item.
        How do I send it back?
        Where do I get a return label?
        It does not fit, I would like to send it back.
        Please start a return for my order.
        What is the address for returns?
        I do not like the colour and want to return it.
        The return label does not print.
        """,
        "refund": """
        Where is my refund?
        Please refund my order.
        I sent it back weeks ago and got no money.
        When do I get my money back?
        The refund is less than what I paid.
        You promised a refund and nothing came.
        I want my money back.
        Only half of the amount was refunded.
        """,
        "damaged-item": """
        The item arrived broken.
        It came with a crack in it.
        The box was crushed and the glass is shattered.
        It does not switch on at all.
        There are scratches all over the screen.
        It stopped working after one day.
        A leg of the chair is bent.
        The zip was torn when I opened the parcel.
        """,
        "wrong-item": """
        You sent me the wrong item.
        I ordered blue and got red.
        This is not what I bought.
        The size on the label is not the one I ordered.
        Somebody else's order was in my box.
        One of three items is missing from the parcel.
        The set is incomplete, parts are missing.
        I received a different model.
        """,
        "product-question": """
        How large is it?
        Does this fit my phone?
        What material is it made of?
        Is there a manual for it?
        Which batteries does it need?
        Can it go in the dishwasher?
        How heavy is the product?
        Does it come with a cable?
        """,
        "stock-question": """
        Is it in stock?
        When will it be available again?
        Do you have it in size 42?
        Will you get more of the green ones?
        It says sold out, when is it back?
        Do you also sell it in black?
        How many are left?
        Can I order twenty of them at once?
        """,
        "invoice": """
        I need an invoice for my order.
        Please send me the bill with our company name.
        Where can I download the receipt?
        The VAT number is missing on the invoice.
        The invoice shows the wrong name.
        Can I get a proof of purchase?
        Our accounting needs a copy of the invoice.
        No invoice was in the parcel.
        """,
        "account-access": """
        I cannot log in.
        I forgot my password.
        The code for signing in never comes.
        Please reset my password.
        My e-mail address has changed, how do I sign in?
        The login page shows an error.
        How do I delete my account?
        My account says the password is wrong.
        """,
        "listing-suppressed": """
        My listing was suppressed.
        The product does not appear in search any more.
        Why is my listing inactive?
        It says missing information on my listing.
        My item was removed from the catalogue.
        The image is rejected and the listing is hidden.
        How do I get my listing back into search?
        The listing is blocked because of an attribute.
        """,
        "edit-listing": """
        I want to change the title of my listing.
        How do I add pictures to a product page?
        The description on the page is not ours.
        Please merge these two product pages.
        The variation is linked to the wrong parent.
        The bullet points do not update.
        How do I change the brand name of my product?
        My upload of listings failed with an error.
        """,
        "account-suspended": """
        My seller account was suspended.
        Why was my account deactivated?
        I want to appeal the suspension.
        My account is under review for two weeks.
        How do I write a plan of action?
        I can no longer sell, what happened?
        Please reinstate my account.
        The verification of my business was rejected.
        """,
        "payout": """
        My payout has not arrived.
        When will I be paid?
        The disbursement failed.
        You are holding back my balance.
        The amount of the payout is wrong.
        My bank details are correct and no money comes.
        Why is there a reserve on my account?
        The settlement report does not match the transfer.
        """,
        "fees": """
        Why was I charged this fee?
        The referral fee is too high.
        What does storage cost per month?
        You charged the wrong size tier.
        I was billed for a service I did not book.
        Explain the fees on this order.
        The fulfilment fee doubled since last month.
        The commission does not match your table.
        """,
        "reimbursement": """
        You lost my inventory, please reimburse it.
        Units were damaged in your warehouse.
        Ten units are missing and nobody paid for them.
        I want to claim a lost shipment.
        The customer returned something else, I need a reimbursement.
        The reimbursement is lower than the value.
        Where do I file a claim for lost stock?
        My reimbursement claim was denied.
        """,
        "inbound-shipment": """
        My shipment to the warehouse is stuck at receiving.
        The warehouse counted fewer units than we sent.
        When will my inbound shipment be checked in?
        I cannot create a shipment to the warehouse.
        The carton labels do not print.
        The carrier was refused at the warehouse.
        My inventory is shown as reserved for weeks.
        How do I send stock to another warehouse?
        """,
        "unfair-review": """
        A competitor leaves false reviews on my product.
        Please remove this unfair review.
        The review is about another product.
        A buyer threatens a bad review unless I pay.
        The feedback is about delivery, not about us.
        Someone writes one star on all our products.
        How do I report a review?
        A review contains insults, take it down.
        """,
    ]
}
