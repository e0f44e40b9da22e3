from tests.handlers.telegram import ANNA, BORIS, Telegram, buttons, visible


async def test_help_names_every_command(telegram: Telegram) -> None:
    for user in (ANNA, BORIS):
        [guide] = await telegram.write("/help", user=user)
        assert [line.split()[0] for line in visible(guide).split("\n") if line.startswith("/")] == [
            "/ask",
            "/cases",
            "/letters",
            "/following",
            "/language",
            "/privacy",
            "/about",
        ]
        assert len(buttons(guide)) == 3


async def test_about_counts_what_the_bot_knows(telegram: Telegram) -> None:
    [english] = await telegram.write("/about", user=ANNA)
    [russian] = await telegram.write("/about", user=BORIS)
    assert "There are 2 cases and 2 sources. The information is as of 21 November 2026." in visible(english)
    assert "Сейчас в базе 2 дела и 2 источника. Сведения на 21 ноября 2026 года." in visible(russian)


async def test_commands_are_understood_in_capitals(telegram: Telegram) -> None:
    assert await telegram.write("/HELP") == await telegram.write("/help")
