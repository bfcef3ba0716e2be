#include "ui/widgets/tile_view.h"

#include <QAccessible>

#include <QSignalSpy>
#include <QtTest>
#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>

#include <cmath>
#include <limits>

using namespace rbm;

namespace {

std::shared_ptr<const std::vector<float>> ramp(int count, int perTile) {
    auto values = std::make_shared<std::vector<float>>();
    for (int i = 0; i < count * perTile; ++i) {
        values->push_back(static_cast<float>(i % 11) / 5.0F - 1.0F);
    }
    return values;
}

/// Twelve tiles of 4 x 4 in three columns.
void fillGrid(TileView &view) {
    view.setTileShape(4, 4);
    view.setColumns(3);
    view.resize(180, 240);
    view.setWeights(ramp(12, 16), 12, 1.0F);
    view.show();
}

/// What was told to assistive technology.
struct Heard {
    QAccessible::Event type;
    QString name; ///< of the part that it is about
};

std::vector<Heard> &heard() {
    static std::vector<Heard> events;
    return events;
}

void hear(QAccessibleEvent *event) {
    QAccessibleInterface *face = event->accessibleInterface();
    heard().push_back({event->type(), face == nullptr ? QString() : face->text(QAccessible::Name)});
}

} // namespace

class TestTileView : public QObject {
    Q_OBJECT

private slots:
    // A chosen tile is framed without the focus, too: the frame around all says where Tab is.
    void focusByTabIsSeenWhetherOrNotATileIsChosen() {
        TileView view;
        fillGrid(view);
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.clearFocus();
        const QImage without = view.grab().toImage();
        view.setFocus(Qt::TabFocusReason);
        QVERIFY(view.hasFocus());
        QCOMPARE(view.selected(), -1);
        QVERIFY(view.grab().toImage().pixel(view.width() / 2, 1) !=
                without.pixel(view.width() / 2, 1));
        const auto edgeIsFramed = [&] {
            const QPoint edge(view.width() - 2, view.height() / 2);
            return view.grab().toImage().pixel(edge) != without.pixel(edge);
        };
        view.setSelected(4);
        QVERIFY(edgeIsFramed());
        view.clearFocus();
        QVERIFY(!edgeIsFramed());
        view.setFocus(Qt::MouseFocusReason);
        QVERIFY(!edgeIsFramed());
    }

    void aClickSelectsTheTileUnderTheMouse() {
        TileView view;
        fillGrid(view);
        QSignalSpy clicked(&view, &TileView::tileClicked);
        QSignalSpy changed(&view, &TileView::selectionChanged);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.tileRect(7).center());
        QCOMPARE(view.selected(), 7);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().toInt(), 7);
        QCOMPARE(changed.size(), 1);
    }

    void arrowKeysHomeEndAndEnterWalkTheTiles() {
        TileView view;
        fillGrid(view);
        view.setSelected(4);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.selected(), 5);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selected(), 8);
        QTest::keyClick(&view, Qt::Key_Left);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.selected(), 4);
        QTest::keyClick(&view, Qt::Key_End);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selected(), 11);
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.selected(), 0);
        QSignalSpy clicked(&view, &TileView::tileClicked);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
    }

    void everyTileIsFoundAgainAtItsOwnCentre() {
        TileView view;
        view.setTileShape(28, 28);
        view.resize(571, 401);
        view.setProbabilities(ramp(500, 784), 500);
        for (int tile = 0; tile < 500; ++tile) {
            QVERIFY(view.rect().contains(view.tileRect(tile)));
            QCOMPARE(view.tileAt(view.tileRect(tile).center()), tile);
        }
        QCOMPARE(view.tileAt(QPoint(-1, -1)), -1);
    }

    void tilesAreOfOneSizeAndEverywhereOnePixelApart() {
        TileView view;
        view.setTileShape(28, 28);
        view.setProbabilities(ramp(500, 784), 500);
        for (const int width : {571, 582, 594, 800}) {
            view.resize(width, 711);
            const QSize size = view.tileRect(0).size();
            for (int tile = 1; tile < 500; ++tile) {
                const QRect rect = view.tileRect(tile);
                QCOMPARE(rect.size(), size);
                QVERIFY(view.rect().contains(rect));
                if (tile % view.columns() != 0)
                    QCOMPARE(rect.left() - view.tileRect(tile - 1).right(), 2);
                if (tile >= view.columns())
                    QCOMPARE(rect.top() - view.tileRect(tile - view.columns()).bottom(), 2);
            }
        }
    }

    void theAtlasShowsTheColoursOfTheTable() {
        TileView view;
        const ColourTable table = weightColours(ThemeKind::Light);
        view.setTileShape(5, 1);
        view.setColumns(1);
        view.setColours(table);
        const float nan = std::numeric_limits<float>::quiet_NaN();
        view.setWeights(std::make_shared<const std::vector<float>>(
                            std::vector<float>{-2.0F, 0.0F, 2.0F, 9.0F, nan}),
                        1, 2.0F);
        const QImage atlas = view.atlas();
        QCOMPARE(atlas.size(), QSize(5, 1));
        QCOMPARE(atlas.pixel(0, 0), table[0]);
        QCOMPARE(atlas.pixel(1, 0), table[256]);
        QCOMPARE(atlas.pixel(2, 0), table[511]);
        QCOMPARE(atlas.pixel(3, 0), table[511]);
        QCOMPARE(atlas.pixel(4, 0), table[0]);
    }

    void probabilitiesAndBytesSpanTheWholeTable() {
        TileView view;
        const ColourTable table = digitColours(ThemeKind::Dark, DigitInk::Model);
        view.setTileShape(2, 1);
        view.setColours(table);
        view.setProbabilities(
            std::make_shared<const std::vector<float>>(std::vector<float>{0.0F, 1.0F}), 1);
        QCOMPARE(view.atlas().pixel(0, 0), table[0]);
        QCOMPARE(view.atlas().pixel(1, 0), table[511]);
        view.setBytes(
            std::make_shared<const std::vector<std::uint8_t>>(std::vector<std::uint8_t>{255, 0}),
            1);
        QCOMPARE(view.atlas().pixel(0, 0), table[511]);
        QCOMPARE(view.atlas().pixel(1, 0), table[0]);
    }

    void anOrderPutsTheTilesElsewhereAndOneForOthersIsPassedOver() {
        TileView view;
        view.setTileShape(1, 1);
        view.setColumns(3);
        view.setColours(weightColours(ThemeKind::Light));
        view.setWeights(std::make_shared<const std::vector<float>>(std::vector<float>{-1, 0, 1}), 3,
                        1.0F);
        const QImage plain = view.atlas();
        view.setOrder({2, 0, 1});
        QCOMPARE(view.valueAt(0), 2);
        QCOMPARE(view.valueAt(2), 1);
        QCOMPARE(view.valueAt(3), -1);
        QCOMPARE(view.atlas().pixel(0, 0), plain.pixel(2, 0));
        QCOMPARE(view.atlas().pixel(1, 0), plain.pixel(0, 0));
        view.setOrder({1, 0});
        QCOMPARE(view.atlas(), plain);
    }

    void theMouseTellsEachTileOnce() {
        TileView view;
        view.setTileShape(4, 4);
        view.setColumns(2);
        view.resize(200, 200);
        view.setWeights(ramp(4, 16), 4, 1.0F);
        view.show();
        QSignalSpy hovered(&view, &TileView::tileHovered);
        const QPoint centre = view.tileRect(3).center();
        QTest::mouseMove(&view, centre);
        QTest::mouseMove(&view, centre + QPoint(2, 0));
        QTest::mouseMove(&view, view.tileRect(1).center());
        QCOMPARE(hovered.size(), 2);
        QCOMPARE(hovered[0].first().toInt(), 3);
        QCOMPARE(hovered[1].first().toInt(), 1);
        QCOMPARE(view.selected(), -1);
    }

    void dataTooShortShowsOnlyWholeTiles() {
        TileView view;
        view.setTileShape(4, 4);
        view.setWeights(ramp(3, 16), 9, 1.0F);
        QCOMPARE(view.count(), 3);
        view.setWeights(nullptr, 9, 1.0F);
        QCOMPARE(view.count(), 0);
        QVERIFY(view.atlas().isNull());
    }

    void screenReadersFindATableOfNamedCells() {
        TileView view;
        view.setAccessibleName(QStringLiteral("Filters"));
        view.setTileShape(2, 2);
        view.setColumns(3);
        view.setTileNames([](int place) { return QStringLiteral("Unit %1").arg(place); });
        view.setBytes(std::make_shared<const std::vector<std::uint8_t>>(7 * 4), 7);
        view.resize(200, 200);
        view.show();
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(face != nullptr);
        QCOMPARE(face->role(), QAccessible::Table);
        QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Filters"));
        QCOMPARE(face->childCount(), 7);
        QAccessibleTableInterface *table = face->tableInterface();
        QVERIFY(table != nullptr);
        QCOMPARE(table->columnCount(), 3);
        QCOMPARE(table->rowCount(), 3);
        QAccessibleInterface *cell = table->cellAt(1, 2);
        QVERIFY(cell != nullptr && cell->isValid());
        QCOMPARE(cell->role(), QAccessible::Cell);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Unit 5"));
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 1);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 2);
        QCOMPARE(cell->parent(), face);
        QCOMPARE(face->indexOfChild(cell), 5);
        QCOMPARE(cell->rect().center(), view.mapToGlobal(view.tileRect(5).center()));
        QCOMPARE(face->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
        QVERIFY(table->cellAt(2, 1) == nullptr); // the last row is not full
        QVERIFY(table->cellAt(-1, 0) == nullptr && table->cellAt(0, 3) == nullptr);
        QVERIFY(table->selectedCells().isEmpty());
        cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(view.selected(), 5);
        QVERIFY(cell->state().selected);
        QCOMPARE(table->selectedCells(), QList<QAccessibleInterface *>{cell});
        view.setBytes(std::make_shared<const std::vector<std::uint8_t>>(2 * 4), 2);
        QVERIFY(!cell->isValid());
        QCOMPARE(cell->text(QAccessible::Name), QString());
        QCOMPARE(table->rowCount(), 1);
    }

    void theTableKnowsWhereTheKeyboardIs() {
        TileView view;
        view.setTileShape(2, 2);
        view.setColumns(2);
        view.setBytes(std::make_shared<const std::vector<std::uint8_t>>(4 * 4), 4);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selected(), 2);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(face->focusChild(), face->child(2));
        QVERIFY(face->child(2)->state().focused);
    }

    void screenReadersHearWhereTheKeyboardGoes() {
        // As where a screen reader runs; without one Qt tells nobody.
        QGuiApplicationPrivate::platformIntegration()->accessibility()->setActive(true);
        QVERIFY(QAccessible::isActive());
        heard().clear();
        QAccessible::installUpdateHandler(hear);
        TileView view;
        view.setTileShape(2, 2);
        view.setColumns(2);
        view.setTileNames([](int place) { return QStringLiteral("Unit %1").arg(place); });
        view.setBytes(std::make_shared<const std::vector<std::uint8_t>>(4 * 4), 4);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Right); // to the next row
        QStringList focused;
        for (const Heard &event : heard()) {
            if (event.type == QAccessible::Focus && !event.name.isEmpty())
                focused += event.name;
        }
        QCOMPARE(focused, (QStringList{QStringLiteral("Unit 0"), QStringLiteral("Unit 1"),
                                       QStringLiteral("Unit 2")}));
        const auto selections = std::count_if(heard().begin(), heard().end(), [](const Heard &e) {
            return e.type == QAccessible::Selection;
        });
        QCOMPARE(selections, 3);
        view.clearFocus(); // a selection by the program is no focus
        heard().clear();
        view.setSelected(0);
        QVERIFY(std::none_of(heard().begin(), heard().end(),
                             [](const Heard &e) { return e.type == QAccessible::Focus; }));
        // Who comes back to the tiles hears of the selected one.
        heard().clear();
        view.setFocus();
        QVERIFY(std::any_of(heard().begin(), heard().end(), [](const Heard &e) {
            return e.type == QAccessible::Focus && e.name == u"Unit 0";
        }));
        QAccessible::installUpdateHandler(nullptr);
    }
};

QTEST_MAIN(TestTileView)
#include "test_tile_view.moc"
