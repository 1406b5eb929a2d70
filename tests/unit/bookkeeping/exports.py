"""Exports as shops write them: the real headers, made-up sales, and a stranger's data in every other cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def names(text: str) -> list[str]:
    """Return the columns of a header."""
    return text.split(",")


ETSY_ITEMS = names(
    "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,"
    "Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,"
    "Ship Address1,Ship Address2,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type,"
    "Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU"
)
ETSY_ORDERS = names(
    "Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date Shipped,"
    "Street 1,Street 2,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,Coupon Details,"
    "Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing Fees,Order Net,"
    "Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,Order Type,Payment Type,"
    "InPerson Discount,InPerson Location,SKU"
)
SHOPIFY = names(
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,"
    "Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,"
    "Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,"
    "Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,"
    "Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,"
    "Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,"
    "Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,"
    "Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name,"
    "Shipping Province Name,Payment ID,Payment Terms Name"
)
SQUARE_35 = names(
    "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,"
    "Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,"
    "Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token,"
    "Card Brand,PAN Suffix"
)
SQUARE_33 = [name for name in SQUARE_35 if name not in ("Card Brand", "PAN Suffix")]
SQUARE_30 = [name for name in SQUARE_33 if name not in ("Fulfillment Note", "Channel", "Token")]
SQUARE_24 = SQUARE_35[:24]
SQUARE_21 = names(
    "Date,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Product Sales,Discounts,Net Sales,Tax,Gross Sales,"
    "Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Itemization Type,Fulfillment Note,Channel"
)
SQUARESPACE = names(
    "Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,"
    "Amount Refunded,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Lineitem sku,Lineitem variant,Lineitem requires shipping,Lineitem taxable,"
    "Lineitem fulfillment status,Billing Name,Billing Address1,Billing Address2,Billing City,Billing Zip,"
    "Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Address1,Shipping Address2,Shipping City,"
    "Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Cancelled at,Private Notes,Payment Method,"
    "Payment Reference"
)

#: What stands in every cell that is not given: somebody's name, address, mail or card.
PRIVATE = "Jane Placeholder"

_EMPTY = {
    "Adjusted Order Total": "0",
    "Adjusted Card Processing Fees": "0",
    "Adjusted Net Order Amount": "0",
    "Cancelled at": "",
    "Refunded Amount": "0.00",
    "Amount Refunded": "0",
    "Source": "web",
    "Location": "",
    "InPerson Location": "",
    "Variations": "",
    "SKU": "",
    "Lineitem sku": "",
    "Lineitem variant": "",
    "Listing ID": "",
    "Price Point Name": "Regular",
    "Channel": "",
    "Itemization Type": "Physical Good",
    "Event Type": "Payment",
    "Total": "28.00",
    "Order Total": "28.00",
    "Paid at": "",
}


def table(header: Sequence[str], *rows: dict[str, str], separator: str = ",", end: str = "\r\n") -> bytes:
    """Write rows of an export; a cell that a row does not give holds what the reader must never see."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator=end)
    writer.writerow(header)
    for row in rows:
        assert set(row) <= set(header), set(row) - set(header)
        writer.writerow(
            [row.get(name, _EMPTY.get(name, f"{PRIVATE} {number}")) for number, name in enumerate(header)]
        )
    return text.getvalue().encode()


def blank(header: Sequence[str], **cells: str) -> dict[str, str]:
    """Return a continuation row: everything of the order is empty, the line item is not."""
    return {**dict.fromkeys(header, ""), **cells}


def etsy(number: int, **cells: str) -> dict[str, str]:
    """Return one sold item of Etsy."""
    return {
        "Sale Date": "11/02/26",
        "Item Name": "Moon Moth Enamel Pin",
        "Quantity": "1",
        "Transaction ID": f"40000{number}",
        "Listing ID": "1200000001",
        "Order ID": f"30000{number}",
        "Order Type": "online",
        **cells,
    }


def etsy_order(number: int, **cells: str) -> dict[str, str]:
    """Return one order of Etsy."""
    return {"Sale Date": "11/02/26", "Order ID": f"30000{number}", "Status": "Completed", **cells}


def shopify(number: int, **cells: str) -> dict[str, str]:
    """Return the first row of an order of Shopify."""
    return {
        "Name": f"#{number}",
        "Financial Status": "paid",
        "Paid at": "2026-11-03 00:14:05 +0100",
        "Created at": "2026-11-03 00:14:05 +0100",
        "Lineitem quantity": "1",
        "Lineitem name": "Moon Moth Pin",
        "Lineitem sku": "MM-01",
        **cells,
    }


def squarespace(number: int, **cells: str) -> dict[str, str]:
    """Return the first row of an order of Squarespace."""
    return {
        "Order ID": f"{number:05}",
        "Financial Status": "PAID",
        "Created at": "11/3/2026 21:06",
        "Lineitem quantity": "1",
        "Lineitem name": "Moon Moth Pin",
        "Lineitem sku": "MM-01",
        **cells,
    }


def square(transaction: str, header: Sequence[str] = SQUARE_35, **cells: str) -> dict[str, str]:
    """Return one item of a sale of Square, in the columns of its generation."""
    row = {
        "Date": "2026-11-07",
        "Item": "Moon Moth Pin",
        "Qty": "1.0",
        "SKU": "MM-01",
        "Gross Sales": "$8.00",
        "Transaction ID": transaction,
        "Payment ID": f"pay{transaction}",
        "Event Type": "Payment",
        "Location": "Linden Fair",
        **cells,
    }
    return {name: text for name, text in row.items() if name in header}
