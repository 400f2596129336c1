using Trt.Domain.Shared;

namespace Trt.Application.Privacy;

/// <summary>What is in an archive, in its owner's language: it lies among the files, where no screen explains them.</summary>
internal static class ArchiveReadme
{
    public static string Of(Language language) => language switch
    {
        Language.Russian =>
            """
            Это всё, что магазин хранит о вас.

            profile.json    — имя, язык, баланс, настройки
            orders-1.json   — заказы: что вы просили, что получилось, сколько стоило, избранное; если заказов много, продолжение придёт
                              отдельными архивами (orders-2.json и далее)
            payments.json   — пополнения
            ledger.csv      — каждое движение денег; открывается любым табличным редактором
            wishes.json     — недавние сообщения, по которым вам предлагали модели
            recipes.json    — сохранённые рецепты

            Деньги в файлах .json указаны в копейках. Ссылки на результаты действуют, пока файл хранится там, где его создали;
            сами результаты остаются в чате. Файлы, которые присылали вы, хранит мессенджер: у магазина есть только их номера.
            """,
        Language.English =>
            """
            This is everything the shop keeps about you.

            profile.json    - name, language, balance, settings
            orders-1.json   - orders: what you asked for, what came of it, what it cost, favourites; where there are many, the rest comes
                              in archives of its own (orders-2.json and so on)
            payments.json   - top-ups
            ledger.csv      - every movement of money; any spreadsheet opens it
            wishes.json     - recent messages for which models were suggested to you
            recipes.json    - recipes you have kept

            Money in the .json files is in kopecks. Links to results work as long as the file is kept where it was made; the results
            themselves stay in the chat. The files you sent are kept by the messenger: the shop has only their numbers.
            """,
    };
}
