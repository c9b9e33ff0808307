"""The arithmetic of rewards and its figures as Vietnamese texts write them. Exact: no binary fractions anywhere."""

from decimal import ROUND_CEILING, Decimal

# Nghị định 152/2025/NĐ-CP, Điều 49 khoản 2: hàng chục nghìn đồng.
ROUNDED_TO_DONG = 10_000


def product(coefficient: Decimal, base_salary: int) -> Decimal:
    """Coefficient times base salary, in đồng, as it is before rounding.

    >>> product(Decimal("0.45"), 2_530_000)
    Decimal('1138500.00')
    """
    return coefficient * base_salary


def amount(coefficient: Decimal, base_salary: int) -> int:
    """The reward in đồng: the product rounded up to tens of thousands (Nghị định 152/2025/NĐ-CP, Điều 49 khoản 2).

    >>> amount(Decimal("4.5"), 2_530_000), amount(Decimal("1.0"), 2_530_000)
    (11390000, 2530000)
    """
    steps = (product(coefficient, base_salary) / ROUNDED_TO_DONG).to_integral_value(rounding=ROUND_CEILING)
    return int(steps) * ROUNDED_TO_DONG


def written_dong(value: Decimal | int) -> str:
    """A sum of money with points between thousands; a fraction of a đồng, which no rate gives, after a comma.

    >>> written_dong(2_530_000), written_dong(Decimal("1138500.00"))
    ('2.530.000', '1.138.500')
    """
    exact = Decimal(value)
    whole = exact == exact.to_integral_value()
    return f"{exact:,.0f}".replace(",", ".") if whole else _swapped(f"{exact.normalize():,f}")


def written_coefficient(coefficient: Decimal) -> str:
    """A coefficient with at least one place after the comma, as decrees print it.

    >>> written_coefficient(Decimal("4.5")), written_coefficient(Decimal(12)), written_coefficient(Decimal("0.450"))
    ('4,5', '12,0', '0,45')
    """
    shown = f"{coefficient.normalize():f}"
    return (shown if "." in shown else f"{shown}.0").replace(".", ",")


def _swapped(number: str) -> str:
    return number.translate(str.maketrans(",.", ".,"))
