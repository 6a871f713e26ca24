### Desk of the newsroom

-brand = Diglot

# Title of the window
title = News from { $town } by { -brand }
    .tooltip =
        Two lines:
        this one
          and an indented one

found = { $n ->
    [one] One town
   *[other] { $n } towns
} of <b>{ $total }</b>

junk line
literal = Braces {"{"} and {"}"}
