As many functions as there may be.
-- raw
85 10 00 00 ff 00 00 00  # call +255
85 10 00 00 00 01 00 00  # call +256
85 10 00 00 01 01 00 00  # call +257
85 10 00 00 02 01 00 00  # call +258
85 10 00 00 03 01 00 00  # call +259
85 10 00 00 04 01 00 00  # call +260
85 10 00 00 05 01 00 00  # call +261
85 10 00 00 06 01 00 00  # call +262
85 10 00 00 07 01 00 00  # call +263
85 10 00 00 08 01 00 00  # call +264
85 10 00 00 09 01 00 00  # call +265
85 10 00 00 0a 01 00 00  # call +266
85 10 00 00 0b 01 00 00  # call +267
85 10 00 00 0c 01 00 00  # call +268
85 10 00 00 0d 01 00 00  # call +269
85 10 00 00 0e 01 00 00  # call +270
85 10 00 00 0f 01 00 00  # call +271
85 10 00 00 10 01 00 00  # call +272
85 10 00 00 11 01 00 00  # call +273
85 10 00 00 12 01 00 00  # call +274
85 10 00 00 13 01 00 00  # call +275
85 10 00 00 14 01 00 00  # call +276
85 10 00 00 15 01 00 00  # call +277
85 10 00 00 16 01 00 00  # call +278
85 10 00 00 17 01 00 00  # call +279
85 10 00 00 18 01 00 00  # call +280
85 10 00 00 19 01 00 00  # call +281
85 10 00 00 1a 01 00 00  # call +282
85 10 00 00 1b 01 00 00  # call +283
85 10 00 00 1c 01 00 00  # call +284
85 10 00 00 1d 01 00 00  # call +285
85 10 00 00 1e 01 00 00  # call +286
85 10 00 00 1f 01 00 00  # call +287
85 10 00 00 20 01 00 00  # call +288
85 10 00 00 21 01 00 00  # call +289
85 10 00 00 22 01 00 00  # call +290
85 10 00 00 23 01 00 00  # call +291
85 10 00 00 24 01 00 00  # call +292
85 10 00 00 25 01 00 00  # call +293
85 10 00 00 26 01 00 00  # call +294
85 10 00 00 27 01 00 00  # call +295
85 10 00 00 28 01 00 00  # call +296
85 10 00 00 29 01 00 00  # call +297
85 10 00 00 2a 01 00 00  # call +298
85 10 00 00 2b 01 00 00  # call +299
85 10 00 00 2c 01 00 00  # call +300
85 10 00 00 2d 01 00 00  # call +301
85 10 00 00 2e 01 00 00  # call +302
85 10 00 00 2f 01 00 00  # call +303
85 10 00 00 30 01 00 00  # call +304
85 10 00 00 31 01 00 00  # call +305
85 10 00 00 32 01 00 00  # call +306
85 10 00 00 33 01 00 00  # call +307
85 10 00 00 34 01 00 00  # call +308
85 10 00 00 35 01 00 00  # call +309
85 10 00 00 36 01 00 00  # call +310
85 10 00 00 37 01 00 00  # call +311
85 10 00 00 38 01 00 00  # call +312
85 10 00 00 39 01 00 00  # call +313
85 10 00 00 3a 01 00 00  # call +314
85 10 00 00 3b 01 00 00  # call +315
85 10 00 00 3c 01 00 00  # call +316
85 10 00 00 3d 01 00 00  # call +317
85 10 00 00 3e 01 00 00  # call +318
85 10 00 00 3f 01 00 00  # call +319
85 10 00 00 40 01 00 00  # call +320
85 10 00 00 41 01 00 00  # call +321
85 10 00 00 42 01 00 00  # call +322
85 10 00 00 43 01 00 00  # call +323
85 10 00 00 44 01 00 00  # call +324
85 10 00 00 45 01 00 00  # call +325
85 10 00 00 46 01 00 00  # call +326
85 10 00 00 47 01 00 00  # call +327
85 10 00 00 48 01 00 00  # call +328
85 10 00 00 49 01 00 00  # call +329
85 10 00 00 4a 01 00 00  # call +330
85 10 00 00 4b 01 00 00  # call +331
85 10 00 00 4c 01 00 00  # call +332
85 10 00 00 4d 01 00 00  # call +333
85 10 00 00 4e 01 00 00  # call +334
85 10 00 00 4f 01 00 00  # call +335
85 10 00 00 50 01 00 00  # call +336
85 10 00 00 51 01 00 00  # call +337
85 10 00 00 52 01 00 00  # call +338
85 10 00 00 53 01 00 00  # call +339
85 10 00 00 54 01 00 00  # call +340
85 10 00 00 55 01 00 00  # call +341
85 10 00 00 56 01 00 00  # call +342
85 10 00 00 57 01 00 00  # call +343
85 10 00 00 58 01 00 00  # call +344
85 10 00 00 59 01 00 00  # call +345
85 10 00 00 5a 01 00 00  # call +346
85 10 00 00 5b 01 00 00  # call +347
85 10 00 00 5c 01 00 00  # call +348
85 10 00 00 5d 01 00 00  # call +349
85 10 00 00 5e 01 00 00  # call +350
85 10 00 00 5f 01 00 00  # call +351
85 10 00 00 60 01 00 00  # call +352
85 10 00 00 61 01 00 00  # call +353
85 10 00 00 62 01 00 00  # call +354
85 10 00 00 63 01 00 00  # call +355
85 10 00 00 64 01 00 00  # call +356
85 10 00 00 65 01 00 00  # call +357
85 10 00 00 66 01 00 00  # call +358
85 10 00 00 67 01 00 00  # call +359
85 10 00 00 68 01 00 00  # call +360
85 10 00 00 69 01 00 00  # call +361
85 10 00 00 6a 01 00 00  # call +362
85 10 00 00 6b 01 00 00  # call +363
85 10 00 00 6c 01 00 00  # call +364
85 10 00 00 6d 01 00 00  # call +365
85 10 00 00 6e 01 00 00  # call +366
85 10 00 00 6f 01 00 00  # call +367
85 10 00 00 70 01 00 00  # call +368
85 10 00 00 71 01 00 00  # call +369
85 10 00 00 72 01 00 00  # call +370
85 10 00 00 73 01 00 00  # call +371
85 10 00 00 74 01 00 00  # call +372
85 10 00 00 75 01 00 00  # call +373
85 10 00 00 76 01 00 00  # call +374
85 10 00 00 77 01 00 00  # call +375
85 10 00 00 78 01 00 00  # call +376
85 10 00 00 79 01 00 00  # call +377
85 10 00 00 7a 01 00 00  # call +378
85 10 00 00 7b 01 00 00  # call +379
85 10 00 00 7c 01 00 00  # call +380
85 10 00 00 7d 01 00 00  # call +381
85 10 00 00 7e 01 00 00  # call +382
85 10 00 00 7f 01 00 00  # call +383
85 10 00 00 80 01 00 00  # call +384
85 10 00 00 81 01 00 00  # call +385
85 10 00 00 82 01 00 00  # call +386
85 10 00 00 83 01 00 00  # call +387
85 10 00 00 84 01 00 00  # call +388
85 10 00 00 85 01 00 00  # call +389
85 10 00 00 86 01 00 00  # call +390
85 10 00 00 87 01 00 00  # call +391
85 10 00 00 88 01 00 00  # call +392
85 10 00 00 89 01 00 00  # call +393
85 10 00 00 8a 01 00 00  # call +394
85 10 00 00 8b 01 00 00  # call +395
85 10 00 00 8c 01 00 00  # call +396
85 10 00 00 8d 01 00 00  # call +397
85 10 00 00 8e 01 00 00  # call +398
85 10 00 00 8f 01 00 00  # call +399
85 10 00 00 90 01 00 00  # call +400
85 10 00 00 91 01 00 00  # call +401
85 10 00 00 92 01 00 00  # call +402
85 10 00 00 93 01 00 00  # call +403
85 10 00 00 94 01 00 00  # call +404
85 10 00 00 95 01 00 00  # call +405
85 10 00 00 96 01 00 00  # call +406
85 10 00 00 97 01 00 00  # call +407
85 10 00 00 98 01 00 00  # call +408
85 10 00 00 99 01 00 00  # call +409
85 10 00 00 9a 01 00 00  # call +410
85 10 00 00 9b 01 00 00  # call +411
85 10 00 00 9c 01 00 00  # call +412
85 10 00 00 9d 01 00 00  # call +413
85 10 00 00 9e 01 00 00  # call +414
85 10 00 00 9f 01 00 00  # call +415
85 10 00 00 a0 01 00 00  # call +416
85 10 00 00 a1 01 00 00  # call +417
85 10 00 00 a2 01 00 00  # call +418
85 10 00 00 a3 01 00 00  # call +419
85 10 00 00 a4 01 00 00  # call +420
85 10 00 00 a5 01 00 00  # call +421
85 10 00 00 a6 01 00 00  # call +422
85 10 00 00 a7 01 00 00  # call +423
85 10 00 00 a8 01 00 00  # call +424
85 10 00 00 a9 01 00 00  # call +425
85 10 00 00 aa 01 00 00  # call +426
85 10 00 00 ab 01 00 00  # call +427
85 10 00 00 ac 01 00 00  # call +428
85 10 00 00 ad 01 00 00  # call +429
85 10 00 00 ae 01 00 00  # call +430
85 10 00 00 af 01 00 00  # call +431
85 10 00 00 b0 01 00 00  # call +432
85 10 00 00 b1 01 00 00  # call +433
85 10 00 00 b2 01 00 00  # call +434
85 10 00 00 b3 01 00 00  # call +435
85 10 00 00 b4 01 00 00  # call +436
85 10 00 00 b5 01 00 00  # call +437
85 10 00 00 b6 01 00 00  # call +438
85 10 00 00 b7 01 00 00  # call +439
85 10 00 00 b8 01 00 00  # call +440
85 10 00 00 b9 01 00 00  # call +441
85 10 00 00 ba 01 00 00  # call +442
85 10 00 00 bb 01 00 00  # call +443
85 10 00 00 bc 01 00 00  # call +444
85 10 00 00 bd 01 00 00  # call +445
85 10 00 00 be 01 00 00  # call +446
85 10 00 00 bf 01 00 00  # call +447
85 10 00 00 c0 01 00 00  # call +448
85 10 00 00 c1 01 00 00  # call +449
85 10 00 00 c2 01 00 00  # call +450
85 10 00 00 c3 01 00 00  # call +451
85 10 00 00 c4 01 00 00  # call +452
85 10 00 00 c5 01 00 00  # call +453
85 10 00 00 c6 01 00 00  # call +454
85 10 00 00 c7 01 00 00  # call +455
85 10 00 00 c8 01 00 00  # call +456
85 10 00 00 c9 01 00 00  # call +457
85 10 00 00 ca 01 00 00  # call +458
85 10 00 00 cb 01 00 00  # call +459
85 10 00 00 cc 01 00 00  # call +460
85 10 00 00 cd 01 00 00  # call +461
85 10 00 00 ce 01 00 00  # call +462
85 10 00 00 cf 01 00 00  # call +463
85 10 00 00 d0 01 00 00  # call +464
85 10 00 00 d1 01 00 00  # call +465
85 10 00 00 d2 01 00 00  # call +466
85 10 00 00 d3 01 00 00  # call +467
85 10 00 00 d4 01 00 00  # call +468
85 10 00 00 d5 01 00 00  # call +469
85 10 00 00 d6 01 00 00  # call +470
85 10 00 00 d7 01 00 00  # call +471
85 10 00 00 d8 01 00 00  # call +472
85 10 00 00 d9 01 00 00  # call +473
85 10 00 00 da 01 00 00  # call +474
85 10 00 00 db 01 00 00  # call +475
85 10 00 00 dc 01 00 00  # call +476
85 10 00 00 dd 01 00 00  # call +477
85 10 00 00 de 01 00 00  # call +478
85 10 00 00 df 01 00 00  # call +479
85 10 00 00 e0 01 00 00  # call +480
85 10 00 00 e1 01 00 00  # call +481
85 10 00 00 e2 01 00 00  # call +482
85 10 00 00 e3 01 00 00  # call +483
85 10 00 00 e4 01 00 00  # call +484
85 10 00 00 e5 01 00 00  # call +485
85 10 00 00 e6 01 00 00  # call +486
85 10 00 00 e7 01 00 00  # call +487
85 10 00 00 e8 01 00 00  # call +488
85 10 00 00 e9 01 00 00  # call +489
85 10 00 00 ea 01 00 00  # call +490
85 10 00 00 eb 01 00 00  # call +491
85 10 00 00 ec 01 00 00  # call +492
85 10 00 00 ed 01 00 00  # call +493
85 10 00 00 ee 01 00 00  # call +494
85 10 00 00 ef 01 00 00  # call +495
85 10 00 00 f0 01 00 00  # call +496
85 10 00 00 f1 01 00 00  # call +497
85 10 00 00 f2 01 00 00  # call +498
85 10 00 00 f3 01 00 00  # call +499
85 10 00 00 f4 01 00 00  # call +500
85 10 00 00 f5 01 00 00  # call +501
85 10 00 00 f6 01 00 00  # call +502
85 10 00 00 f7 01 00 00  # call +503
85 10 00 00 f8 01 00 00  # call +504
85 10 00 00 f9 01 00 00  # call +505
85 10 00 00 fa 01 00 00  # call +506
85 10 00 00 fb 01 00 00  # call +507
85 10 00 00 fc 01 00 00  # call +508
85 10 00 00 fd 01 00 00  # call +509
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- shape
0: f0 checkpoint subprog falls
1: f0 checkpoint falls
2: f0 checkpoint falls
3: f0 checkpoint falls
4: f0 checkpoint falls
5: f0 checkpoint falls
6: f0 checkpoint falls
7: f0 checkpoint falls
8: f0 checkpoint falls
9: f0 checkpoint falls
10: f0 checkpoint falls
11: f0 checkpoint falls
12: f0 checkpoint falls
13: f0 checkpoint falls
14: f0 checkpoint falls
15: f0 checkpoint falls
16: f0 checkpoint falls
17: f0 checkpoint falls
18: f0 checkpoint falls
19: f0 checkpoint falls
20: f0 checkpoint falls
21: f0 checkpoint falls
22: f0 checkpoint falls
23: f0 checkpoint falls
24: f0 checkpoint falls
25: f0 checkpoint falls
26: f0 checkpoint falls
27: f0 checkpoint falls
28: f0 checkpoint falls
29: f0 checkpoint falls
30: f0 checkpoint falls
31: f0 checkpoint falls
32: f0 checkpoint falls
33: f0 checkpoint falls
34: f0 checkpoint falls
35: f0 checkpoint falls
36: f0 checkpoint falls
37: f0 checkpoint falls
38: f0 checkpoint falls
39: f0 checkpoint falls
40: f0 checkpoint falls
41: f0 checkpoint falls
42: f0 checkpoint falls
43: f0 checkpoint falls
44: f0 checkpoint falls
45: f0 checkpoint falls
46: f0 checkpoint falls
47: f0 checkpoint falls
48: f0 checkpoint falls
49: f0 checkpoint falls
50: f0 checkpoint falls
51: f0 checkpoint falls
52: f0 checkpoint falls
53: f0 checkpoint falls
54: f0 checkpoint falls
55: f0 checkpoint falls
56: f0 checkpoint falls
57: f0 checkpoint falls
58: f0 checkpoint falls
59: f0 checkpoint falls
60: f0 checkpoint falls
61: f0 checkpoint falls
62: f0 checkpoint falls
63: f0 checkpoint falls
64: f0 checkpoint falls
65: f0 checkpoint falls
66: f0 checkpoint falls
67: f0 checkpoint falls
68: f0 checkpoint falls
69: f0 checkpoint falls
70: f0 checkpoint falls
71: f0 checkpoint falls
72: f0 checkpoint falls
73: f0 checkpoint falls
74: f0 checkpoint falls
75: f0 checkpoint falls
76: f0 checkpoint falls
77: f0 checkpoint falls
78: f0 checkpoint falls
79: f0 checkpoint falls
80: f0 checkpoint falls
81: f0 checkpoint falls
82: f0 checkpoint falls
83: f0 checkpoint falls
84: f0 checkpoint falls
85: f0 checkpoint falls
86: f0 checkpoint falls
87: f0 checkpoint falls
88: f0 checkpoint falls
89: f0 checkpoint falls
90: f0 checkpoint falls
91: f0 checkpoint falls
92: f0 checkpoint falls
93: f0 checkpoint falls
94: f0 checkpoint falls
95: f0 checkpoint falls
96: f0 checkpoint falls
97: f0 checkpoint falls
98: f0 checkpoint falls
99: f0 checkpoint falls
100: f0 checkpoint falls
101: f0 checkpoint falls
102: f0 checkpoint falls
103: f0 checkpoint falls
104: f0 checkpoint falls
105: f0 checkpoint falls
106: f0 checkpoint falls
107: f0 checkpoint falls
108: f0 checkpoint falls
109: f0 checkpoint falls
110: f0 checkpoint falls
111: f0 checkpoint falls
112: f0 checkpoint falls
113: f0 checkpoint falls
114: f0 checkpoint falls
115: f0 checkpoint falls
116: f0 checkpoint falls
117: f0 checkpoint falls
118: f0 checkpoint falls
119: f0 checkpoint falls
120: f0 checkpoint falls
121: f0 checkpoint falls
122: f0 checkpoint falls
123: f0 checkpoint falls
124: f0 checkpoint falls
125: f0 checkpoint falls
126: f0 checkpoint falls
127: f0 checkpoint falls
128: f0 checkpoint falls
129: f0 checkpoint falls
130: f0 checkpoint falls
131: f0 checkpoint falls
132: f0 checkpoint falls
133: f0 checkpoint falls
134: f0 checkpoint falls
135: f0 checkpoint falls
136: f0 checkpoint falls
137: f0 checkpoint falls
138: f0 checkpoint falls
139: f0 checkpoint falls
140: f0 checkpoint falls
141: f0 checkpoint falls
142: f0 checkpoint falls
143: f0 checkpoint falls
144: f0 checkpoint falls
145: f0 checkpoint falls
146: f0 checkpoint falls
147: f0 checkpoint falls
148: f0 checkpoint falls
149: f0 checkpoint falls
150: f0 checkpoint falls
151: f0 checkpoint falls
152: f0 checkpoint falls
153: f0 checkpoint falls
154: f0 checkpoint falls
155: f0 checkpoint falls
156: f0 checkpoint falls
157: f0 checkpoint falls
158: f0 checkpoint falls
159: f0 checkpoint falls
160: f0 checkpoint falls
161: f0 checkpoint falls
162: f0 checkpoint falls
163: f0 checkpoint falls
164: f0 checkpoint falls
165: f0 checkpoint falls
166: f0 checkpoint falls
167: f0 checkpoint falls
168: f0 checkpoint falls
169: f0 checkpoint falls
170: f0 checkpoint falls
171: f0 checkpoint falls
172: f0 checkpoint falls
173: f0 checkpoint falls
174: f0 checkpoint falls
175: f0 checkpoint falls
176: f0 checkpoint falls
177: f0 checkpoint falls
178: f0 checkpoint falls
179: f0 checkpoint falls
180: f0 checkpoint falls
181: f0 checkpoint falls
182: f0 checkpoint falls
183: f0 checkpoint falls
184: f0 checkpoint falls
185: f0 checkpoint falls
186: f0 checkpoint falls
187: f0 checkpoint falls
188: f0 checkpoint falls
189: f0 checkpoint falls
190: f0 checkpoint falls
191: f0 checkpoint falls
192: f0 checkpoint falls
193: f0 checkpoint falls
194: f0 checkpoint falls
195: f0 checkpoint falls
196: f0 checkpoint falls
197: f0 checkpoint falls
198: f0 checkpoint falls
199: f0 checkpoint falls
200: f0 checkpoint falls
201: f0 checkpoint falls
202: f0 checkpoint falls
203: f0 checkpoint falls
204: f0 checkpoint falls
205: f0 checkpoint falls
206: f0 checkpoint falls
207: f0 checkpoint falls
208: f0 checkpoint falls
209: f0 checkpoint falls
210: f0 checkpoint falls
211: f0 checkpoint falls
212: f0 checkpoint falls
213: f0 checkpoint falls
214: f0 checkpoint falls
215: f0 checkpoint falls
216: f0 checkpoint falls
217: f0 checkpoint falls
218: f0 checkpoint falls
219: f0 checkpoint falls
220: f0 checkpoint falls
221: f0 checkpoint falls
222: f0 checkpoint falls
223: f0 checkpoint falls
224: f0 checkpoint falls
225: f0 checkpoint falls
226: f0 checkpoint falls
227: f0 checkpoint falls
228: f0 checkpoint falls
229: f0 checkpoint falls
230: f0 checkpoint falls
231: f0 checkpoint falls
232: f0 checkpoint falls
233: f0 checkpoint falls
234: f0 checkpoint falls
235: f0 checkpoint falls
236: f0 checkpoint falls
237: f0 checkpoint falls
238: f0 checkpoint falls
239: f0 checkpoint falls
240: f0 checkpoint falls
241: f0 checkpoint falls
242: f0 checkpoint falls
243: f0 checkpoint falls
244: f0 checkpoint falls
245: f0 checkpoint falls
246: f0 checkpoint falls
247: f0 checkpoint falls
248: f0 checkpoint falls
249: f0 checkpoint falls
250: f0 checkpoint falls
251: f0 checkpoint falls
252: f0 checkpoint falls
253: f0 checkpoint falls
254: f0 checkpoint falls
255: f0 checkpoint
256: f1 checkpoint subprog falls
257: f1
258: f2 checkpoint subprog falls
259: f2
260: f3 checkpoint subprog falls
261: f3
262: f4 checkpoint subprog falls
263: f4
264: f5 checkpoint subprog falls
265: f5
266: f6 checkpoint subprog falls
267: f6
268: f7 checkpoint subprog falls
269: f7
270: f8 checkpoint subprog falls
271: f8
272: f9 checkpoint subprog falls
273: f9
274: f10 checkpoint subprog falls
275: f10
276: f11 checkpoint subprog falls
277: f11
278: f12 checkpoint subprog falls
279: f12
280: f13 checkpoint subprog falls
281: f13
282: f14 checkpoint subprog falls
283: f14
284: f15 checkpoint subprog falls
285: f15
286: f16 checkpoint subprog falls
287: f16
288: f17 checkpoint subprog falls
289: f17
290: f18 checkpoint subprog falls
291: f18
292: f19 checkpoint subprog falls
293: f19
294: f20 checkpoint subprog falls
295: f20
296: f21 checkpoint subprog falls
297: f21
298: f22 checkpoint subprog falls
299: f22
300: f23 checkpoint subprog falls
301: f23
302: f24 checkpoint subprog falls
303: f24
304: f25 checkpoint subprog falls
305: f25
306: f26 checkpoint subprog falls
307: f26
308: f27 checkpoint subprog falls
309: f27
310: f28 checkpoint subprog falls
311: f28
312: f29 checkpoint subprog falls
313: f29
314: f30 checkpoint subprog falls
315: f30
316: f31 checkpoint subprog falls
317: f31
318: f32 checkpoint subprog falls
319: f32
320: f33 checkpoint subprog falls
321: f33
322: f34 checkpoint subprog falls
323: f34
324: f35 checkpoint subprog falls
325: f35
326: f36 checkpoint subprog falls
327: f36
328: f37 checkpoint subprog falls
329: f37
330: f38 checkpoint subprog falls
331: f38
332: f39 checkpoint subprog falls
333: f39
334: f40 checkpoint subprog falls
335: f40
336: f41 checkpoint subprog falls
337: f41
338: f42 checkpoint subprog falls
339: f42
340: f43 checkpoint subprog falls
341: f43
342: f44 checkpoint subprog falls
343: f44
344: f45 checkpoint subprog falls
345: f45
346: f46 checkpoint subprog falls
347: f46
348: f47 checkpoint subprog falls
349: f47
350: f48 checkpoint subprog falls
351: f48
352: f49 checkpoint subprog falls
353: f49
354: f50 checkpoint subprog falls
355: f50
356: f51 checkpoint subprog falls
357: f51
358: f52 checkpoint subprog falls
359: f52
360: f53 checkpoint subprog falls
361: f53
362: f54 checkpoint subprog falls
363: f54
364: f55 checkpoint subprog falls
365: f55
366: f56 checkpoint subprog falls
367: f56
368: f57 checkpoint subprog falls
369: f57
370: f58 checkpoint subprog falls
371: f58
372: f59 checkpoint subprog falls
373: f59
374: f60 checkpoint subprog falls
375: f60
376: f61 checkpoint subprog falls
377: f61
378: f62 checkpoint subprog falls
379: f62
380: f63 checkpoint subprog falls
381: f63
382: f64 checkpoint subprog falls
383: f64
384: f65 checkpoint subprog falls
385: f65
386: f66 checkpoint subprog falls
387: f66
388: f67 checkpoint subprog falls
389: f67
390: f68 checkpoint subprog falls
391: f68
392: f69 checkpoint subprog falls
393: f69
394: f70 checkpoint subprog falls
395: f70
396: f71 checkpoint subprog falls
397: f71
398: f72 checkpoint subprog falls
399: f72
400: f73 checkpoint subprog falls
401: f73
402: f74 checkpoint subprog falls
403: f74
404: f75 checkpoint subprog falls
405: f75
406: f76 checkpoint subprog falls
407: f76
408: f77 checkpoint subprog falls
409: f77
410: f78 checkpoint subprog falls
411: f78
412: f79 checkpoint subprog falls
413: f79
414: f80 checkpoint subprog falls
415: f80
416: f81 checkpoint subprog falls
417: f81
418: f82 checkpoint subprog falls
419: f82
420: f83 checkpoint subprog falls
421: f83
422: f84 checkpoint subprog falls
423: f84
424: f85 checkpoint subprog falls
425: f85
426: f86 checkpoint subprog falls
427: f86
428: f87 checkpoint subprog falls
429: f87
430: f88 checkpoint subprog falls
431: f88
432: f89 checkpoint subprog falls
433: f89
434: f90 checkpoint subprog falls
435: f90
436: f91 checkpoint subprog falls
437: f91
438: f92 checkpoint subprog falls
439: f92
440: f93 checkpoint subprog falls
441: f93
442: f94 checkpoint subprog falls
443: f94
444: f95 checkpoint subprog falls
445: f95
446: f96 checkpoint subprog falls
447: f96
448: f97 checkpoint subprog falls
449: f97
450: f98 checkpoint subprog falls
451: f98
452: f99 checkpoint subprog falls
453: f99
454: f100 checkpoint subprog falls
455: f100
456: f101 checkpoint subprog falls
457: f101
458: f102 checkpoint subprog falls
459: f102
460: f103 checkpoint subprog falls
461: f103
462: f104 checkpoint subprog falls
463: f104
464: f105 checkpoint subprog falls
465: f105
466: f106 checkpoint subprog falls
467: f106
468: f107 checkpoint subprog falls
469: f107
470: f108 checkpoint subprog falls
471: f108
472: f109 checkpoint subprog falls
473: f109
474: f110 checkpoint subprog falls
475: f110
476: f111 checkpoint subprog falls
477: f111
478: f112 checkpoint subprog falls
479: f112
480: f113 checkpoint subprog falls
481: f113
482: f114 checkpoint subprog falls
483: f114
484: f115 checkpoint subprog falls
485: f115
486: f116 checkpoint subprog falls
487: f116
488: f117 checkpoint subprog falls
489: f117
490: f118 checkpoint subprog falls
491: f118
492: f119 checkpoint subprog falls
493: f119
494: f120 checkpoint subprog falls
495: f120
496: f121 checkpoint subprog falls
497: f121
498: f122 checkpoint subprog falls
499: f122
500: f123 checkpoint subprog falls
501: f123
502: f124 checkpoint subprog falls
503: f124
504: f125 checkpoint subprog falls
505: f125
506: f126 checkpoint subprog falls
507: f126
508: f127 checkpoint subprog falls
509: f127
510: f128 checkpoint subprog falls
511: f128
512: f129 checkpoint subprog falls
513: f129
514: f130 checkpoint subprog falls
515: f130
516: f131 checkpoint subprog falls
517: f131
518: f132 checkpoint subprog falls
519: f132
520: f133 checkpoint subprog falls
521: f133
522: f134 checkpoint subprog falls
523: f134
524: f135 checkpoint subprog falls
525: f135
526: f136 checkpoint subprog falls
527: f136
528: f137 checkpoint subprog falls
529: f137
530: f138 checkpoint subprog falls
531: f138
532: f139 checkpoint subprog falls
533: f139
534: f140 checkpoint subprog falls
535: f140
536: f141 checkpoint subprog falls
537: f141
538: f142 checkpoint subprog falls
539: f142
540: f143 checkpoint subprog falls
541: f143
542: f144 checkpoint subprog falls
543: f144
544: f145 checkpoint subprog falls
545: f145
546: f146 checkpoint subprog falls
547: f146
548: f147 checkpoint subprog falls
549: f147
550: f148 checkpoint subprog falls
551: f148
552: f149 checkpoint subprog falls
553: f149
554: f150 checkpoint subprog falls
555: f150
556: f151 checkpoint subprog falls
557: f151
558: f152 checkpoint subprog falls
559: f152
560: f153 checkpoint subprog falls
561: f153
562: f154 checkpoint subprog falls
563: f154
564: f155 checkpoint subprog falls
565: f155
566: f156 checkpoint subprog falls
567: f156
568: f157 checkpoint subprog falls
569: f157
570: f158 checkpoint subprog falls
571: f158
572: f159 checkpoint subprog falls
573: f159
574: f160 checkpoint subprog falls
575: f160
576: f161 checkpoint subprog falls
577: f161
578: f162 checkpoint subprog falls
579: f162
580: f163 checkpoint subprog falls
581: f163
582: f164 checkpoint subprog falls
583: f164
584: f165 checkpoint subprog falls
585: f165
586: f166 checkpoint subprog falls
587: f166
588: f167 checkpoint subprog falls
589: f167
590: f168 checkpoint subprog falls
591: f168
592: f169 checkpoint subprog falls
593: f169
594: f170 checkpoint subprog falls
595: f170
596: f171 checkpoint subprog falls
597: f171
598: f172 checkpoint subprog falls
599: f172
600: f173 checkpoint subprog falls
601: f173
602: f174 checkpoint subprog falls
603: f174
604: f175 checkpoint subprog falls
605: f175
606: f176 checkpoint subprog falls
607: f176
608: f177 checkpoint subprog falls
609: f177
610: f178 checkpoint subprog falls
611: f178
612: f179 checkpoint subprog falls
613: f179
614: f180 checkpoint subprog falls
615: f180
616: f181 checkpoint subprog falls
617: f181
618: f182 checkpoint subprog falls
619: f182
620: f183 checkpoint subprog falls
621: f183
622: f184 checkpoint subprog falls
623: f184
624: f185 checkpoint subprog falls
625: f185
626: f186 checkpoint subprog falls
627: f186
628: f187 checkpoint subprog falls
629: f187
630: f188 checkpoint subprog falls
631: f188
632: f189 checkpoint subprog falls
633: f189
634: f190 checkpoint subprog falls
635: f190
636: f191 checkpoint subprog falls
637: f191
638: f192 checkpoint subprog falls
639: f192
640: f193 checkpoint subprog falls
641: f193
642: f194 checkpoint subprog falls
643: f194
644: f195 checkpoint subprog falls
645: f195
646: f196 checkpoint subprog falls
647: f196
648: f197 checkpoint subprog falls
649: f197
650: f198 checkpoint subprog falls
651: f198
652: f199 checkpoint subprog falls
653: f199
654: f200 checkpoint subprog falls
655: f200
656: f201 checkpoint subprog falls
657: f201
658: f202 checkpoint subprog falls
659: f202
660: f203 checkpoint subprog falls
661: f203
662: f204 checkpoint subprog falls
663: f204
664: f205 checkpoint subprog falls
665: f205
666: f206 checkpoint subprog falls
667: f206
668: f207 checkpoint subprog falls
669: f207
670: f208 checkpoint subprog falls
671: f208
672: f209 checkpoint subprog falls
673: f209
674: f210 checkpoint subprog falls
675: f210
676: f211 checkpoint subprog falls
677: f211
678: f212 checkpoint subprog falls
679: f212
680: f213 checkpoint subprog falls
681: f213
682: f214 checkpoint subprog falls
683: f214
684: f215 checkpoint subprog falls
685: f215
686: f216 checkpoint subprog falls
687: f216
688: f217 checkpoint subprog falls
689: f217
690: f218 checkpoint subprog falls
691: f218
692: f219 checkpoint subprog falls
693: f219
694: f220 checkpoint subprog falls
695: f220
696: f221 checkpoint subprog falls
697: f221
698: f222 checkpoint subprog falls
699: f222
700: f223 checkpoint subprog falls
701: f223
702: f224 checkpoint subprog falls
703: f224
704: f225 checkpoint subprog falls
705: f225
706: f226 checkpoint subprog falls
707: f226
708: f227 checkpoint subprog falls
709: f227
710: f228 checkpoint subprog falls
711: f228
712: f229 checkpoint subprog falls
713: f229
714: f230 checkpoint subprog falls
715: f230
716: f231 checkpoint subprog falls
717: f231
718: f232 checkpoint subprog falls
719: f232
720: f233 checkpoint subprog falls
721: f233
722: f234 checkpoint subprog falls
723: f234
724: f235 checkpoint subprog falls
725: f235
726: f236 checkpoint subprog falls
727: f236
728: f237 checkpoint subprog falls
729: f237
730: f238 checkpoint subprog falls
731: f238
732: f239 checkpoint subprog falls
733: f239
734: f240 checkpoint subprog falls
735: f240
736: f241 checkpoint subprog falls
737: f241
738: f242 checkpoint subprog falls
739: f242
740: f243 checkpoint subprog falls
741: f243
742: f244 checkpoint subprog falls
743: f244
744: f245 checkpoint subprog falls
745: f245
746: f246 checkpoint subprog falls
747: f246
748: f247 checkpoint subprog falls
749: f247
750: f248 checkpoint subprog falls
751: f248
752: f249 checkpoint subprog falls
753: f249
754: f250 checkpoint subprog falls
755: f250
756: f251 checkpoint subprog falls
757: f251
758: f252 checkpoint subprog falls
759: f252
760: f253 checkpoint subprog falls
761: f253
762: f254 checkpoint subprog falls
763: f254
764: f255 checkpoint subprog falls
765: f255
-- linux
accepted
